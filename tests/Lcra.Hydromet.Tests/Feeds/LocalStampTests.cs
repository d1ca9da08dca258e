using System.Globalization;
using System.Text;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Tests.Feeds;

public class LocalStampTests
{
    [Theory]
    [InlineData("2026-10-02 07:00", "2026-10-02 07:00:00")]
    [InlineData("2026-10-02T07:00", "2026-10-02 07:00:00")]
    [InlineData("2026-10-02 06:55:17", "2026-10-02 06:55:17")]
    [InlineData("2026-12-31 23:59:59", "2026-12-31 23:59:59")]
    [InlineData("2026-12-31 24:00", "2027-01-01 00:00:00")]
    [InlineData("2026-10-02T24:00:00", "2026-10-03 00:00:00")]
    [InlineData("9000-12-31 24:00", "9001-01-01 00:00:00")]
    [InlineData("2024-02-29 00:00", "2024-02-29 00:00:00")]
    [InlineData("1900-01-01 00:00", "1900-01-01 00:00:00")]
    [InlineData("9000-01-01 00:00", "9000-01-01 00:00:00")]
    public void A_stamp_is_read(string text, string local)
    {
        Assert.True(LocalStamp.TryParse(Encoding.ASCII.GetBytes(text), out DateTime read));
        Assert.Equal((local, DateTimeKind.Unspecified), (read.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), read.Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-10-02")]
    [InlineData("2026-10-02 07:0")]
    [InlineData("2026-10-02 07:00:0")]
    [InlineData("2026-10-02 07:00:000")]
    [InlineData("2026/10-02 07:00")]
    [InlineData("2026-10/02 07:00")]
    [InlineData("2026-10-02_07:00")]
    [InlineData("2026-10-02 07.00")]
    [InlineData("2026-10-02 07:00.00")]
    [InlineData("202x-10-02 07:00")]
    [InlineData("2026-1x-02 07:00")]
    [InlineData("2026-10-0x 07:00")]
    [InlineData("2026-10-02 0x:00")]
    [InlineData("2026-10-02 07:0x")]
    [InlineData("2026-10-02 07:00:0x")]
    [InlineData("1899-12-31 07:00")]
    [InlineData("9001-01-01 07:00")]
    [InlineData("2026-00-02 07:00")]
    [InlineData("2026-13-02 07:00")]
    [InlineData("2026-10-00 07:00")]
    [InlineData("2026-04-31 07:00")]
    [InlineData("2026-02-29 07:00")]
    [InlineData("2026-10-02 24:01")]
    [InlineData("2026-10-02 24:00:01")]
    [InlineData("2026-10-02 25:00")]
    [InlineData("2026-10-02 07:60")]
    [InlineData("2026-10-02 07:00:60")]
    public void What_is_not_a_time_stamp_is_null_and_no_exception(string text) =>
        Assert.False(LocalStamp.TryParse(Encoding.ASCII.GetBytes(text), out _));
}
