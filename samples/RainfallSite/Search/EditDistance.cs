namespace RainfallSite.Search;

/// <summary>The number of typing errors between two words.</summary>
internal static class EditDistance
{
    private const int MaxLength = 40;

    /// <summary>Counts inserted, deleted and changed letters (Levenshtein); of a long right text only the start.</summary>
    public static int Between(string left, string right)
    {
        Span<int> row = stackalloc int[MaxLength + 1];
        row = row[..(Math.Min(right.Length, MaxLength) + 1)];
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
