#!/bin/sh
# Make .venv with the pinned and hashed requirements, unless that is done already.
# usage: scripts/setup.sh runtime|dev
# The environment variable VENV names another folder (default .venv); PYTHON names an interpreter.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-runtime}
venv=${VENV:-.venv}
case $kind in
  runtime) lock=requirements.lock ;;
  dev) lock=requirements-dev.lock ;;
  *) echo "setup: choose runtime or dev, not '$kind'" >&2; exit 2 ;;
esac

is_version() { # is_version INTERPRETER 3.11
  [ -n "$1" ] && "$1" -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$2')" >/dev/null 2>&1
}

find_version() { # prints an interpreter of version $1, looking on the path, in pyenv and in uv
  for candidate in "python$1" python3 python; do
    found=$(command -v "$candidate" 2>/dev/null || true)
    if is_version "$found" "$1"; then echo "$found"; return 0; fi
  done
  if command -v pyenv >/dev/null 2>&1; then
    for version in $(pyenv versions --bare 2>/dev/null | grep "^$1\." | sort -t. -k3 -n -r); do
      found="$(pyenv prefix "$version" 2>/dev/null)/bin/python"
      if is_version "$found" "$1"; then echo "$found"; return 0; fi
    done
  fi
  if command -v uv >/dev/null 2>&1; then
    found=$(uv python find "$1" 2>/dev/null || true)
    if is_version "$found" "$1"; then echo "$found"; return 0; fi
  fi
  return 1
}

# What was installed last is remembered by the hash of its lock; the dev lock holds all of the runtime lock.
stamp_of() { cksum "$1" pyproject.toml | cksum | cut -d' ' -f1; }
wanted=$(stamp_of "$lock")
if [ -x "$venv/bin/python" ]; then
  if [ "$(cat "$venv/.stamp-$kind" 2>/dev/null)" = "$wanted" ]; then exit 0; fi
  if [ "$kind" = runtime ] && [ "$(cat "$venv/.stamp-dev" 2>/dev/null)" = "$(stamp_of requirements-dev.lock)" ]; then exit 0; fi
fi

if [ ! -x "$venv/bin/python" ]; then
  python=${PYTHON:-}
  if [ -z "$python" ]; then
    python=$(find_version 3.11 || find_version 3.10 || true)
  fi
  if [ -z "$python" ] || ! { is_version "$python" 3.11 || is_version "$python" 3.10; }; then
    echo "Python 3.11 (or 3.10) is needed and was not found on the path, in pyenv or in uv." >&2
    echo "Remedy: install it (Debian 12: apt install python3.11 python3.11-venv; elsewhere: uv python install 3.11, or pyenv install 3.11) and run this again." >&2
    exit 1
  fi
  echo "[1/3] Making $venv with $("$python" --version) ..."
  "$python" -m venv "$venv" || {
    rm -rf "$venv"
    echo "Remedy: the module 'venv' is missing; on Debian: apt install python3-venv" >&2; exit 1; }
fi

echo "[2/3] Installing pinned packages from $lock (a few minutes the first time) ..."
# --no-deps: the lock is complete. --ignore-requires-python: Rasa 3.6 declares up to 3.10, 3.11 was tried.
log="$venv/install.log"
"$venv/bin/python" -m pip install --disable-pip-version-check --no-deps --ignore-requires-python --require-hashes \
    -r "$lock" >"$log" 2>&1 &
pid=$!
trap 'kill $pid 2>/dev/null || true' INT TERM
total=$(grep -c '^[a-zA-Z0-9].*==' "$lock")
while kill -0 $pid 2>/dev/null; do
  done_now=$(grep -cE '^Collecting|^Requirement already' "$log" 2>/dev/null || true)
  if [ -t 1 ]; then printf '\r      %s of %s packages fetched' "${done_now:-0}" "$total"; fi
  sleep 1
done
if [ -t 1 ]; then printf '\n'; fi
if ! wait $pid; then
  tail -n 15 "$log" >&2
  echo "Installing failed; the whole log is in $log. Remedy: check the connection to your package index and run this again." >&2
  exit 1
fi
"$venv/bin/python" -m pip install --disable-pip-version-check --no-deps --no-build-isolation --quiet --ignore-requires-python -e . >>"$log" 2>&1 || {
  tail -n 15 "$log" >&2; exit 1; }

echo "[3/3] Settings ..."
# Telemetry is off and TensorFlow quiet for every command of this environment, the stock `rasa` ones too.
site=$("$venv/bin/python" -c "import sysconfig; print(sysconfig.get_paths()['purelib'])")
cat >"$site/keuzehulp_settings.pth" <<'PTH'
import os; os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false"); os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3"); os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1"); os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
PTH
echo "$wanted" >"$venv/.stamp-$kind"
echo "      Ready."
