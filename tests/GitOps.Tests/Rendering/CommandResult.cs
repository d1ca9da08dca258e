namespace GitOps.Tests.Rendering;

internal sealed record CommandResult(int ExitCode, string Output, string Errors);
