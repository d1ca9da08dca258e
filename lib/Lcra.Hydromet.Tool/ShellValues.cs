using System.CommandLine;

namespace Lcra.Hydromet.CommandLine;

/// <summary>The values that a shell completes, which are not those that the type of an option has.</summary>
internal static class ShellValues
{
    public static Option<T> Completes<T>(this Option<T> option, params string[] values)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(values);
        return option;
    }

    public static Argument<T> Completes<T>(this Argument<T> argument, params string[] values)
    {
        argument.CompletionSources.Clear();
        argument.CompletionSources.Add(values);

        // Help would list all values in place of the name.
        argument.HelpName = argument.Name;
        return argument;
    }

    /// <summary>Completes the keys of periods.</summary>
    public static Option<T> CompletesPeriods<T>(this Option<T> option) => option.Completes(PeriodKeys());

    /// <inheritdoc cref="CompletesPeriods{T}(Option{T})"/>
    public static Argument<T> CompletesPeriods<T>(this Argument<T> argument) => argument.Completes(PeriodKeys());

    private static string[] PeriodKeys() => [.. RainfallPeriod.All.Select(period => period.Key)];
}
