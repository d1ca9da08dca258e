namespace GitOps.Tests.Shipping;

/// <summary>A program gh that keeps what it is told in files, answers questions from them and writes every call down.</summary>
internal static class FakeGitHub
{
    private const string Script = """
        state=STATE
        printf '%s\n' "$*" >> "$state/calls"
        touch "$state"/{keys,rulesets,policies,secrets,variables,runs}
        case "$1 $2" in
          "secret list") awk -v env="$6" '$1 == env { print $2 }' "$state/secrets"; exit ;;
          "secret set") [ "$8" = --body ] || [ -n "$(cat)" ] || exit 3; echo "$7 $3" >> "$state/secrets"; exit ;;
          "variable set") echo "$3 $7" >> "$state/variables"; exit ;;
          "workflow run") exit ;;
          "auth token") echo token-of-gh; exit ;;
          "run list") cat "$state/ci"; exit ;;
          "pr list") if [ -e "$state/pr" ]; then echo 1; fi; exit ;;
          "pr create") [ ! -e "$state/pr" ] || exit 1; printf '%s\n' "$@" > "$state/pr"; exit ;;
          "pr edit") [ -e "$state/pr" ]; exit ;;
          "release view") [ -e "$state/release" ]; exit ;;
          "release create") printf '%s\n' "$@" > "$state/release"; exit ;;
        esac
        [ "$1" = api ] || exit 2
        shift
        method=GET filter=. path='' body=''
        while [ "$#" -gt 0 ]; do
          case $1 in
            --method) method=$2; shift ;;
            --jq) filter=$2; shift ;;
            --input) body=$(cat); shift ;;
            --silent) ;;
            *) path=$1 ;;
          esac
          shift
        done
        [ -z "$body" ] || jq --compact-output . <<<"$body" > "$state/body.json" || exit 4
        one() { cat "$state/body.json"; }
        filtered() { if [ "$filter" = . ]; then cat; else jq --raw-output "$filter"; fi; }
        case "$method $path" in
          "GET repos/owner/site") echo '{"permissions":{"admin":ADMIN}}' ;;
          "GET repos/owner/site/commits/main") echo '{"sha":"0123456789012345678901234567890123456789"}' ;;
          "GET repos/owner/site/actions/workflows/"*"head_sha=0123456789012345678901234567890123456789")
            path=${path%/runs*}
            jq --raw-input --null-input --arg name "${path##*/}" '{workflow_runs: [inputs | split(" ") | select(.[0] == $name) | {id: 1, status: .[1], conclusion: .[2]}]}' "$state/runs" ;;
          "GET users/owner") echo '{"type":"User"}' ;;
          "PUT repos/owner/site/actions/"*) echo "$path $(one)" >> "$state/settings" ;;
          "PUT repos/owner/site/environments/"*) echo "$path" >> "$state/settings" ;;
          "GET repos/owner/site/environments/"*) jq --raw-input --null-input '{branch_policies: [inputs | {name: .}]}' "$state/policies" ;;
          "POST repos/owner/site/environments/"*) jq --raw-output .name "$state/body.json" >> "$state/policies" ;;
          "POST repos/owner/site/keys") one >> "$state/keys" ;;
          "GET repos/owner/site/rulesets") jq --slurp . "$state/rulesets" ;;
          "POST repos/owner/site/rulesets") one | jq --compact-output '. + {id: 7}' >> "$state/rulesets" ;;
          "PUT repos/owner/site/rulesets/7") one | jq --compact-output '. + {id: 7}' > "$state/rulesets" ;;
          *) echo "gh: no $method $path (HTTP 404)" >&2; exit 1 ;;
        esac | filtered
        """;

    public static Task InstallAsync(Deployments deployments, bool admin = true)
    {
        Directory.CreateDirectory(deployments.PathOf("github"));
        return deployments.ProgramAsync("gh", Script.Replace("STATE", deployments.PathOf("github"), StringComparison.Ordinal).Replace("ADMIN", admin ? "true" : "false", StringComparison.Ordinal));
    }

    public static string[] Lines(Deployments deployments, string file) => File.ReadAllLines(deployments.PathOf("github/" + file));
}
