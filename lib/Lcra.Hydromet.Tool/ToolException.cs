using System.Diagnostics.CodeAnalysis;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Ends a command with a message and an exit code.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is internal to the program.")]
[SuppressMessage("Design", "CA1064", Justification = "It is internal to the program.")]
internal sealed class ToolException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code => code;
}
