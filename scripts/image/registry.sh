# shellcheck shell=bash
# Sourced: queries to a registry. INSECURE_REGISTRY=true uses http, for a registry on this machine.
tls_verify=true
[ "${INSECURE_REGISTRY:-false}" = false ] || tls_verify=false

# Prints the digest of a tag, of the whole index where there is one, and nothing where the tag does not exist.
# A tag does not exist when the registry says "manifest unknown" twice in a row. Any other failure is a failure.
digest_of() { # name:tag
  local folder status attempt
  folder=$(mktemp -d)
  for attempt in first second; do
    status=0
    skopeo inspect --tls-verify="$tls_verify" --raw "docker://$1" >"$folder/manifest" 2>"$folder/error" || status=$?
    if [ "$status" -eq 0 ]; then
      printf 'sha256:%s\n' "$(sha256sum <"$folder/manifest" | cut -d ' ' -f 1)"
      break
    elif ! grep -qi 'manifest unknown' "$folder/error"; then
      cat "$folder/error" >&2
      break
    elif [ "$attempt" = second ]; then
      status=0
    fi
  done
  rm -rf "$folder"
  return "$status"
}

# Gives an existing image another tag: the same bytes, for every processor, under the same digest.
add_tag() { # name digest tag
  skopeo copy --quiet --all --preserve-digests --src-tls-verify="$tls_verify" --dest-tls-verify="$tls_verify" "docker://$1@$2" "docker://$1:$3"
}
