namespace RainfallSite.Search;

/// <summary>The number of typing errors between two words.</summary>
internal static class EditDistance
{
    private const int MaxLength = 40;
    private const int MaxErrors = 2;

    /// <summary>Counts inserted, deleted and changed letters, and neighbors that changed places (optimal string alignment); of a long right text only the start.</summary>
    public static int Between(string left, string right)
    {
        int length = Math.Min(right.Length, MaxLength);
        Span<int> rows = stackalloc int[3 * (MaxLength + 1)];
        for (int j = 0; j <= length; j++)
        {
            Row(rows, 0)[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            Span<int> row = Row(rows, i);
            Span<int> above = Row(rows, i - 1);
            row[0] = i;
            for (int j = 1; j <= length; j++)
            {
                int change = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], Row(rows, i - 2)[j - 2] + 1);
                }
            }
        }

        return Row(rows, left.Length)[length];
    }

    /// <summary>Tells whether a word may be a mistyped other: the first letter is right, and one error is allowed from four letters on, two from eight on.</summary>
    public static bool IsSimilar(string word, string typed) =>
        typed.Length > 0 && word.Length > 0 && word[0] == typed[0] && typed.All(char.IsAsciiLetter) && Between(word, typed) <= Math.Min(MaxErrors, typed.Length / 4);

    private static Span<int> Row(Span<int> rows, int number) => rows.Slice(number % 3 * (MaxLength + 1), MaxLength + 1);
}
