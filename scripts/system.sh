#!/bin/sh
# What some tests need beside Python: Chromium (tests/browser) and nginx (tests/server/test_scale.py). In CI Debian's packages
# are installed when they are missing, since a skip is a failure there.
set -eu
PATH="$PATH:/usr/sbin:/usr/local/sbin"

have() {
  for name in "$@"; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}

missing=""
have chromium chromium-browser google-chrome || missing="chromium"
have nginx || missing="$missing nginx-light"
if [ -z "$missing" ]; then exit 0; fi
if [ "${CI:-}" = true ] && have apt-get; then
  echo "Installing from Debian:" $missing "..."
  apt-get update -qq
  # A server that is only installed for tests is not started.
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null
  exit 0
fi
echo "Not found: $missing. The tests that need it are skipped. Remedy: apt install $missing" >&2
