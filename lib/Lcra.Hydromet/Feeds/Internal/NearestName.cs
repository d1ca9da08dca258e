namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Finds the name that a mistyped one most likely means.</summary>
internal static class NearestName
{
    /// <summary>Orders names by the number of letters to change, insert or remove; upper and lower case are alike.</summary>
    public static IEnumerable<string> Order(string typed, IEnumerable<string> names) =>
        names.OrderBy(name => Distance(typed.ToUpperInvariant(), name.ToUpperInvariant()));

    /// <summary>Tells whether one of the names differs by at most one letter in four.</summary>
    public static bool IsNear(string typed, IEnumerable<string> names) => Find(typed, names) is not null;

    /// <summary>Finds the nearest name, if it differs by at most one letter in four.</summary>
    public static string? Find(string typed, IEnumerable<string> names) =>
        Order(typed, names).FirstOrDefault() is { } nearest && Distance(typed.ToUpperInvariant(), nearest.ToUpperInvariant()) * 4 <= typed.Length ? nearest : null;

    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
