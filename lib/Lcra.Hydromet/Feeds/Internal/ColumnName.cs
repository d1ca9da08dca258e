using System.Text;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Normalizes column names for comparison.</summary>
internal static class ColumnName
{
    /// <summary>
    /// Trims, converts to lower case, removes parentheses and replaces each run of white space by one underscore:
    /// <c>24 Hour</c> becomes <c>24_hour</c>, <c>Rainfall (in)</c> becomes <c>rainfall_in</c>.
    /// </summary>
    public static string Normalize(string header)
    {
        StringBuilder name = new(header.Length);
        bool blank = false;
        foreach (char c in header)
        {
            if (c is '(' or ')')
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                blank = name.Length > 0;
                continue;
            }

            if (blank)
            {
                name.Append('_');
                blank = false;
            }

            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }
}
