namespace Lcra.Hydromet.Rainfall.Internal;

internal enum CalendarUnit
{
    Day,
    Month,
    Year,
}
