namespace Lcra.Hydromet.Climate.Internal;

/// <summary>
/// Ranks windows of consecutive days. Of windows that overlap, the wettest counts alone; windows that share a day with the ranked one
/// are the same rain and do not count.
/// </summary>
internal static class WindowRanks
{
    /// <summary>Counts the wetter windows and the ones with the same amount.</summary>
    public static (int Wetter, int Tied, int Count) Of(ClimateDays record, DateOnly first, int days, decimal inches)
    {
        List<(int Index, decimal Inches)> rivals = [];
        int count = 0;
        for (int index = 0; index + days <= record.Length; index++)
        {
            if (record.Complete(index, days) is { } amount)
            {
                count++;
                if (amount >= inches)
                {
                    rivals.Add((index, amount));
                }
            }
        }

        bool[] taken = new bool[record.Length + 1];
        int own = record.Count == 0 ? 0 : record.IndexOf(first);
        Take(taken, own, days);
        (int wetter, int tied) = (0, 0);
        foreach ((int index, decimal amount) in rivals.OrderByDescending(rival => rival.Inches).ThenBy(rival => rival.Index))
        {
            if (taken[index] || taken[index + days - 1])
            {
                continue;
            }

            Take(taken, index, days);
            (wetter, tied) = amount > inches ? (wetter + 1, tied) : (wetter, tied + 1);
        }

        return (wetter, tied, count);
    }

    /// <summary>Finds the wettest windows, all that share the largest amount.</summary>
    public static (decimal? Inches, List<DateOnly> Starts, int Count) Wettest(ClimateDays record, int days)
    {
        decimal? largest = null;
        List<DateOnly> starts = [];
        int count = 0;
        for (int index = 0; index + days <= record.Length; index++)
        {
            if (record.Complete(index, days) is not { } amount)
            {
                continue;
            }

            count++;
            if (largest is null || amount > largest)
            {
                largest = amount;
                starts.Clear();
            }

            if (amount == largest)
            {
                starts.Add(record.DayAt(index));
            }
        }

        return (largest, starts, count);
    }

    private static void Take(bool[] taken, int index, int days)
    {
        for (int i = Math.Max(0, index); i < Math.Min(taken.Length, index + days); i++)
        {
            taken[i] = true;
        }
    }
}
