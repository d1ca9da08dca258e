namespace Lcra.Hydromet.Internal;

internal enum CalendarUnit
{
    Day,
    Month,
    Year,
}
