#!/usr/bin/env bash
# usage: scripts/gitops/github.sh [options]
# Sets GitHub up for the workflows: Actions, the environment dev, pull requests by promote, a rule for main, and a key that bumps may push with.
# Run it again at any time: what is there is brought up to date, and a key that is there stays. Needs gh, logged in as an administrator of the repository.
#   --dry-run             prints the calls and makes none that changes something
#   --unprotected         no rule for main and no key: bumps are pushed with the workflow's own token
#   --publish-nuget USER  releases are also published to nuget.org by this user's trusted publishing
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=scripts/gitops/repository.sh
. scripts/gitops/repository.sh


dry_run=no protected=yes nuget_user=''
while [ "$#" -gt 0 ]; do
  case $1 in
    --dry-run) dry_run=yes ;;
    --unprotected) protected=no ;;
    --publish-nuget)
      nuget_user=${2:-}
      [ -n "$nuget_user" ] || misused '--publish-nuget needs the name of an account of nuget.org'
      shift
      ;;
    *) misused "unknown option '$1'; --help lists the options" ;;
  esac
  shift
done
! grep -q 'newName: ghcr.io/OWNER/REPO$' gitops/overlays/dev/image/kustomization.yaml || refuse 'the tree still names ghcr.io/OWNER/REPO; run scripts/gitops/init.sh first, commit and push'
command -v gh >/dev/null || refuse 'gh is not installed: https://cli.github.com'
repository=$(repository_name) || refuse "the remote origin is not a repository on GitHub; set GITHUB_REPOSITORY=OWNER/REPO"
api=repos/$repository

# Prints a call; makes it unless this is a dry run. The body, if any, is on the standard input.
change() { # method path [body]
  printf '%s %s%s\n' "$1" "$2" "${3:+ $3}"
  [ "$dry_run" = no ] || return 0
  if [ -n "${3:-}" ]; then
    printf '%s' "$3" | gh api --silent --method "$1" "$2" --input -
  else
    gh api --silent --method "$1" "$2"
  fi
}

ask() { # path jq
  gh api "$1" --jq "$2"
}

command_of_gh() { # word...
  printf 'gh %s\n' "$*"
  [ "$dry_run" = yes ] || gh "$@"
}

[ "$(ask "$api" .permissions.admin)" = true ] || refuse "you are not an administrator of $repository"

change PUT "$api/actions/permissions" '{"enabled":true,"allowed_actions":"all"}'
change PUT "$api/actions/permissions/workflow" '{"default_workflow_permissions":"read","can_approve_pull_request_reviews":true}'
# A fork starts with its schedules switched off.
for workflow in canary.yml gitops-e2e.yml codeql.yml nightly.yml; do
  change PUT "$api/actions/workflows/$workflow/enable"
done

environment() { # name branch-or-tag pattern
  change PUT "$api/environments/$1" '{"deployment_branch_policy":{"protected_branches":false,"custom_branch_policies":true}}'
  if ! ask "$api/environments/$1/deployment-branch-policies" '.branch_policies[].name' 2>/dev/null | grep -qxF -- "$3"; then
    change POST "$api/environments/$1/deployment-branch-policies" "{\"name\":\"$3\",\"type\":\"$2\"}"
  fi
}
environment dev branch main

if [ "$protected" = yes ]; then
  # A write key that the rule lets pass. GitHub's own token cannot be let pass by a rule of a repository.
  if gh secret list --repo "$repository" --env dev --json name --jq '.[].name' 2>/dev/null | grep -qx BUMP_DEPLOY_KEY; then
    printf 'The environment dev has BUMP_DEPLOY_KEY already.\n'
  elif [ "$dry_run" = yes ]; then
    change POST "$api/keys" '{"title":"bump-dev","key":"ssh-ed25519 …","read_only":false}'
    command_of_gh secret set BUMP_DEPLOY_KEY --repo "$repository" --env dev
  else
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    ssh-keygen -q -t ed25519 -N '' -C bump-dev -f "$folder/key"
    change POST "$api/keys" "{\"title\":\"bump-dev\",\"key\":\"$(cut -d ' ' -f 1,2 "$folder/key.pub")\",\"read_only\":false}"
    command_of_gh secret set BUMP_DEPLOY_KEY --repo "$repository" --env dev <"$folder/key"
  fi

  # 15368 is GitHub Actions, 5 the role of administrators: flux bootstrap pushes as you.
  rule='{"name":"main","target":"branch","enforcement":"active","conditions":{"ref_name":{"include":["refs/heads/main"],"exclude":[]}},
"bypass_actors":[{"actor_id":null,"actor_type":"DeployKey","bypass_mode":"always"},{"actor_id":5,"actor_type":"RepositoryRole","bypass_mode":"always"}],
"rules":[{"type":"deletion"},{"type":"non_fast_forward"},
{"type":"pull_request","parameters":{"required_approving_review_count":0,"require_code_owner_review":true,"dismiss_stale_reviews_on_push":true,"require_last_push_approval":false,"required_review_thread_resolution":false}},
{"type":"required_status_checks","parameters":{"strict_required_status_checks_policy":false,"required_status_checks":[{"context":"ci","integration_id":15368}]}}]}'
  rule=$(printf '%s' "$rule" | tr -d '\n')
  number=$(ask "$api/rulesets" '.[] | select(.name == "main") | .id')
  if [ -n "$number" ]; then
    change PUT "$api/rulesets/$number" "$rule"
  else
    change POST "$api/rulesets" "$rule"
  fi
  if [ "$(ask "users/${repository%/*}" .type)" = Organization ] && grep -q "@${repository%/*}\$" .github/CODEOWNERS; then
    printf 'An organization cannot review: name a person or a team in .github/CODEOWNERS.\n' >&2
  fi
fi

if [ -n "$nuget_user" ]; then
  environment nuget tag 'v*'
  command_of_gh variable set PUBLISH_NUGET --repo "$repository" --body true
  command_of_gh secret set NUGET_USER --repo "$repository" --env nuget --body "$nuget_user"
  printf 'At nuget.org, trust package.yml of %s with the environment nuget.\n' "$repository"
fi

# The push of what init.sh wrote starts both; a fork whose push came before Actions were switched on has no run.
start_unless_started() { # workflow
  local runs='.workflow_runs[] | select(.status != "completed" or .conclusion == "success") | .id'
  if [ -n "$(ask "$api/actions/workflows/$1/runs?branch=main&head_sha=$head" "$runs")" ]; then
    printf '%s runs for %s already.\n' "$1" "${head:0:7}"
  else
    command_of_gh workflow run "$1" --repo "$repository" --ref main
  fi
}
if grep -Eq '^(- |  )digest: sha256:0{64}$' gitops/overlays/dev/image/kustomization.yaml; then
  head=$(ask "$api/commits/main" .sha)
  start_unless_started ci.yml
  start_unless_started image.yml
  printf 'The first image is committed to dev when ci has passed: gh run watch\n'
fi
printf 'The next command is scripts/gitops/bootstrap.sh dev.\n'
