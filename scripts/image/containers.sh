# shellcheck shell=bash
# Sourced: containers without a daemon, kept apart from this machine's own, in a cache that may be deleted at any time.
# Needs root; elsewhere than in a container's own namespace podman cannot limit memory.
containers_home=${HYDROMET_CONTAINERS:-${XDG_CACHE_HOME:-$HOME/.cache}/lcra-hydromet/containers}
mkdir -p "$containers_home"

# Overlay does not stack on overlay; a machine that is itself a container copies files instead.
case $(stat -f -c %T "$containers_home") in
  overlayfs) driver=vfs ;;
  *) driver=overlay ;;
esac
# runc runs under both generations of cgroups.
runtime=$(PATH=$PATH:/usr/sbin command -v runc || PATH=$PATH:/usr/sbin command -v crun)

cat >"$containers_home/storage.conf" <<TOML
[storage]
driver = "$driver"
graphroot = "$containers_home/graph"
runroot = "$containers_home/run"
TOML
# Limits that a machine without CAP_SYS_RESOURCE can still set.
cat >"$containers_home/containers.conf" <<TOML
[containers]
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
[engine]
runtime = "hydromet"
cgroup_manager = "cgroupfs"
events_logger = "file"
[engine.runtimes]
hydromet = ["$runtime"]
TOML
export CONTAINERS_STORAGE_CONF=$containers_home/storage.conf CONTAINERS_CONF=$containers_home/containers.conf
