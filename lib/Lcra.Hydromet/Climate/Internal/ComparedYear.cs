namespace Lcra.Hydromet.Climate.Internal;

/// <summary>One year of a comparison, named by the year in which its period ends.</summary>
internal readonly record struct ComparedYear(int Year, decimal Inches);
