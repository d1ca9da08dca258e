# shellcheck shell=bash
# Sourced by init.sh: chooses the component that fits the cluster's ingress controller.
preset_folder() { # preset
  local name
  for name in "ingress-$1" "$1"; do
    if [ -d "gitops/components/$name" ]; then
      printf '%s\n' "$name"
      return 0
    fi
  done
  return 1
}

# The overlays name traefik's class themselves as long as there is no component for it.
has_preset() { # preset
  [ "$1" = traefik ] || preset_folder "$1" >/dev/null
}

set_ingress() { # preset
  local chosen environment preset file
  chosen=$(preset_folder "$1") || return 0
  for environment in dev prod; do
    file=gitops/overlays/$environment/kustomization.yaml
    for preset in traefik k3s ingress-nginx gateway; do
      preset=$(preset_folder "$preset") || continue
      edit "$file" "s|^  - \.\./\.\./components/$preset\$|  - ../../components/$chosen|"
    done
  done
}
