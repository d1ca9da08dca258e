using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Readings in order, each time once; of two of one time the later in the list counts.</summary>
internal static class OrderedValues
{
    public static List<ArchivedValue> Of(List<ArchivedValue> values) =>
        IsInOrder(values) ? values : [.. values.GroupBy(value => value.Key, (_, same) => same.Last()).OrderBy(value => value.Key)];

    /// <summary>Parts readings in any order by their day in UTC.</summary>
    public static IEnumerable<List<ArchivedValue>> ByDay(List<ArchivedValue> values)
    {
        values = Of(values);
        for (int at = 0; at < values.Count;)
        {
            long end = EpochTime.StartOfUtcDay(EpochTime.UtcDayOf(values[at].Key).AddDays(1));
            int next = values.FindIndex(at, value => value.Key >= end) is var found and >= 0 ? found : values.Count;
            yield return values.GetRange(at, next - at);
            at = next;
        }
    }

    private static bool IsInOrder(List<ArchivedValue> values)
    {
        for (int i = 1; i < values.Count; i++)
        {
            if (values[i].Key <= values[i - 1].Key)
            {
                return false;
            }
        }

        return true;
    }
}
