namespace RainfallSite.Rainfall;

/// <summary>How far apart two words are spelled.</summary>
internal static class EditDistance
{
    private const int Longest = 40;

    /// <summary>Counts letters put in, taken out or changed (Levenshtein), one row at a time; of a long right text only the beginning.</summary>
    public static int Between(string left, string right)
    {
        Span<int> row = stackalloc int[Longest + 1];
        row = row[..(Math.Min(right.Length, Longest) + 1)];
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.Length; j++)
            {
                int above = row[j];
                int change = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[^1];
    }
}
