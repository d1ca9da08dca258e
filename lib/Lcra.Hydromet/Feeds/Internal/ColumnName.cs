using System.Text;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Column names as the library compares them.</summary>
internal static class ColumnName
{
    /// <summary>
    /// Trims, lowers the case, drops round brackets and writes each run of blanks as one underscore:
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
