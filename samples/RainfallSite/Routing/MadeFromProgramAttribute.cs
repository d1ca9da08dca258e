namespace RainfallSite.Routing;

/// <summary>Marks a route whose responses change only with the program, so that they last longer than a report.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MadeFromProgramAttribute : Attribute;
