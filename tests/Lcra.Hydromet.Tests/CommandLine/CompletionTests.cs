using System.Diagnostics;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>The scripts of <c>hydromet completion</c>, in the shells themselves.</summary>
public class CompletionTests
{
    // The tests' own settings: their folder has no copy of what the shared frameworks bring.
    private static string Program
    {
        get
        {
            string tests = Path.Combine(AppContext.BaseDirectory, typeof(CompletionTests).Assembly.GetName().Name!);
            string tool = Path.Combine(AppContext.BaseDirectory, "Lcra.Hydromet.Tool.dll");
            return $"'{Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet"}' exec --runtimeconfig '{tests}.runtimeconfig.json' --depsfile '{tests}.deps.json' '{tool}'";
        }
    }

    [ToolTheory("/bin/bash")]
    [InlineData("hydromet to", "total")]
    [InlineData("/usr/bin/hydromet total 3018 24", "24_hour")]
    [InlineData("hydromet gauges --units ", "in,mm")]
    public async Task Bash_completes_commands_options_and_values(string line, string expected)
    {
        string script = $$"""
            {{await ScriptAsync("bash")}}
            hydromet() { {{Program}} "$@"; }
            complete -p hydromet >/dev/null || exit 1
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            read -ra COMP_WORDS <<<"$COMP_LINE"
            [[ "$COMP_LINE" == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _hydromet
            IFS=,; echo "${COMPREPLY[*]}"
            """;

        Assert.Equal(expected + "\n", await RunAsync("bash", "--norc", "-c", script));
    }

    [ToolFact("zsh")]
    public async Task Zsh_completes_periods()
    {
        string script = $$"""
            compdef() { echo "$@"; }
            compadd() { [[ "$1" == -a ]] && print -l -- ${(P)2}; }
            {{await ScriptAsync("zsh")}}
            hydromet() { {{Program}} "$@"; }
            words=(hydromet total 3018 since) CURRENT=4
            _hydromet
            """;

        Assert.Equal("_hydromet hydromet\nsince_midnight\n", await RunAsync("zsh", "-f", "-c", script));
    }

    [Fact]
    public async Task PowerShell_registers_a_completer() =>
        Assert.Contains("Register-ArgumentCompleter -Native -CommandName hydromet", await ScriptAsync("pwsh"), StringComparison.Ordinal);

    [ToolFact("pwsh")]
    [Trait("Category", "Nightly")]
    public async Task PowerShell_completes_commands_options_and_periods_also_after_a_quoted_name()
    {
        string script = $$"""
            function hydromet { & {{Program}} @args }
            {{await ScriptAsync("pwsh")}}
            foreach ($line in 'hydromet to', 'hydromet gauges --n', 'hydromet total "Marble Falls" since') {
                [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText -join ','
            }
            """;

        Assert.Equal("total\n--name,--near\nsince_midnight\n", await RunAsync("pwsh", "-NoProfile", "-Command", script));
    }

    [Fact]
    public async Task An_unknown_shell_is_exit_code_2()
    {
        ToolRun run = await ToolRun.OfAsync("completion", "fish");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("'fish' is not a shell that this program knows: use bash, zsh, pwsh.", run.Error, StringComparison.Ordinal);
    }

    private static async Task<string> ScriptAsync(string shell)
    {
        ToolRun run = await ToolRun.OfAsync("completion", shell);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }

    private static async Task<string> RunAsync(string shell, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(shell, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal((0, ""), (process.ExitCode, error));
        return output;
    }
}
