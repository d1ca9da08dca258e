# shellcheck shell=bash
# Sourced by init.sh and try.sh, after common.sh: chooses the component that fits the cluster's ingress controller, in both overlays.
presets=(traefik k3s ingress-nginx gateway)

has_preset() { # preset
  [ -d "gitops/components/$1" ] && printf '%s\n' "${presets[@]}" | grep -qx -- "$1"
}

has_component() { # file component
  grep -qx -- "  - ../../components/$2" "$1"
}

drop_component() { # file component
  edit "$1" "\\|^  - \.\./\.\./components/$2\$|d"
}

add_component() { # file component after
  has_component "$1" "$2" || edit "$1" "s|^$3\$|&\\
  - ../../components/$2|"
}

# Traefik needs a middleware for what the other controllers do by themselves.
set_https_only() {
  local file=gitops/overlays/prod/kustomization.yaml
  if has_component "$file" traefik || has_component "$file" k3s; then
    add_component "$file" tls '  - ../../components/host'
    add_component "$file" traefik-https '  - ../../components/tls'
  fi
}

# An HTTPRoute has its host by itself, and its Gateway the certificate; an Ingress gets them from host and tls.
set_ingress() { # preset
  local environment name file
  for environment in dev prod; do
    file=gitops/overlays/$environment/kustomization.yaml
    ! has_component "$file" "$1" || continue
    for name in "${presets[@]}"; do
      drop_component "$file" "$name"
    done
    add_component "$file" "$1" components:
    if [ "$1" = gateway ]; then
      for name in host tls path traefik-https; do
        drop_component "$file" "$name"
      done
    else
      add_component "$file" host "  - ../../components/$1"
      [ "$environment" = dev ] || add_component "$file" tls '  - ../../components/host'
    fi
    [ "$1" = traefik ] || [ "$1" = k3s ] || drop_component "$file" traefik-https
  done
}
