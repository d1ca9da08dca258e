# shellcheck shell=bash
# Sourced first by the scripts of this folder and of scripts/image: goes to the root; help, errors, changes of files.
# Exit codes: 0 is done, or nothing to do; 1 is a failure, with its reason on stderr; 2 is a wrong argument.
script_file=$0
[ "${script_file#/}" != "$script_file" ] || script_file=$PWD/$script_file
script_name=${0##*/} script_name=${script_name%.sh}

# The head of a script is its help.
script_head() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$script_file"
}

for word in "$@"; do
  case $word in
    --) break ;;
    --help | -h)
      script_head
      exit 0
      ;;
  esac
done

cd "${BASH_SOURCE[0]%/*}/../.." || exit

refuse() { # reason
  printf '%s: %s\n' "$script_name" "$*" >&2
  exit 1
}

misused() { # reason
  printf '%s: %s\n' "$script_name" "$*" >&2
  script_head | grep '^usage: ' >&2
  exit 2
}

# sed -i differs between Linux and macOS.
edit() { # file sed-argument...
  local file=$1 text
  shift
  text=$(sed "$@" "$file")
  printf '%s\n' "$text" >"$file"
}

# Sets context.
require_cluster() {
  context=$(kubectl config current-context 2>/dev/null) || refuse 'kubectl has no current context; choose one with kubectl config use-context NAME'
  kubectl get --raw /version --request-timeout=10s >/dev/null 2>&1 ||
    refuse "the cluster of the context $context does not respond; start it or log in, or choose another with kubectl config use-context NAME"
}
