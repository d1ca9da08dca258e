using System.CommandLine;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet completion bash</c>: a script for a shell, which asks this program for candidates.</summary>
internal static class CompletionCommand
{
    // The words after the program's name, because it may be called by a path or an alias.
    private const string Bash =
        """
        # Completion of hydromet for bash.
        _hydromet() {
          local line="${COMP_LINE#*[[:space:]]}" candidates
          local point=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
          candidates=$(hydromet "[suggest:$((point > 0 ? point : 0))]" "$line" 2>/dev/null)
          mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "${COMP_WORDS[COMP_CWORD]}")
        }
        complete -o default -F _hydromet hydromet
        """;

    private const string Zsh =
        """
        #compdef hydromet
        # Completion of hydromet for zsh.
        _hydromet() {
          local line="${(j: :)words[2,CURRENT]}"
          local -a candidates
          candidates=("${(@f)$(hydromet "[suggest:${#line}]" "$line" 2>/dev/null)}")
          compadd -a candidates
        }
        if [[ "$funcstack[1]" == _hydromet ]]; then _hydromet "$@"; else compdef _hydromet hydromet; fi
        """;

    private const string PowerShell =
        """
        # Completion of hydromet for PowerShell 7.3 and later.
        Register-ArgumentCompleter -Native -CommandName hydromet -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = "$commandAst" -replace '^\S+\s?', ''
            if ($wordToComplete -eq '' -and $line -ne '') { $line += ' ' }
            hydromet "[suggest:$($line.Length)]" $line 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    private static readonly Dictionary<string, string> Scripts = new(StringComparer.OrdinalIgnoreCase) { ["bash"] = Bash, ["zsh"] = Zsh, ["pwsh"] = PowerShell };

    public static Command Create(ToolConsole console)
    {
        Argument<string> shell = Arguments.Text("shell", "bash, zsh or pwsh.").Completes([.. Scripts.Keys]);
        Command command = new("completion", "Writes a script that completes this program's commands, options and periods in a shell.") { shell };
        command.SetHandler(console, (parsed, _) =>
        {
            string name = parsed.GetRequiredValue(shell);
            if (!Scripts.TryGetValue(name, out string? script))
            {
                throw new ToolException(ExitCode.Usage, $"'{name}' is not a shell that this program knows: use {string.Join(", ", Scripts.Keys)}.");
            }

            console.WriteLines(script.ReplaceLineEndings("\n").Split('\n'));
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }
}
