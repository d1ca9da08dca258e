# shellcheck shell=bash
# Sourced: what a registry is asked. INSECURE_REGISTRY=true speaks http, to a registry on this machine.
tls_verify=true
[ "${INSECURE_REGISTRY:-false}" = false ] || tls_verify=false

# The digest that a tag points to, of the whole index where there is one; nothing where there is no such tag.
# Any other failure is a failure: a registry that is down must not look like one without the tag.
digest_of() { # name:tag
  local folder status=0
  folder=$(mktemp -d)
  skopeo inspect --tls-verify="$tls_verify" --raw "docker://$1" >"$folder/manifest" 2>"$folder/error" || status=$?
  if [ "$status" -eq 0 ]; then
    printf 'sha256:%s\n' "$(sha256sum <"$folder/manifest" | cut -d ' ' -f 1)"
  elif grep -qiE 'manifest unknown|name unknown|not found' "$folder/error"; then
    status=0
  else
    cat "$folder/error" >&2
  fi
  rm -rf "$folder"
  return "$status"
}

# Gives an image that is there one more tag: the same bytes, for every processor, under the same digest.
add_tag() { # name digest tag
  skopeo copy --quiet --all --preserve-digests --src-tls-verify="$tls_verify" --dest-tls-verify="$tls_verify" "docker://$1@$2" "docker://$1:$3"
}
