#!/usr/bin/env bash
# Prints the version of the .NET SDK that the lock files were made with.
set -euo pipefail
sed -n 's/^ *"version": "\([0-9.]*\)".*/\1/p' "$(dirname "$0")/../../global.json"
