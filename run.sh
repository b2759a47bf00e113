#!/usr/bin/env bash
# Sets up what is missing and opens the web app.
#   bash run.sh [--setup-only] [--dev] [options of app.py, such as --port 7861]
# --setup-only stops before the app; --dev also installs what the tests need.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Compiled modules halve the start-up time: never skip writing them, whatever the caller's shell says.
unset PYTHONDONTWRITEBYTECODE
VENV=.venv
LOG="$VENV/setup.log"

setup_only=no
requirements=(requirements.txt)
stamp="$VENV/requirements.sha256"
app_options=()
for option in "$@"; do
  case "$option" in
    --setup-only) setup_only=yes ;;
    --dev) requirements+=(requirements-dev.txt); stamp="$VENV/requirements-dev.sha256" ;;
    *) app_options+=("$option") ;;
  esac
done

say() { printf '%s\n' "$*" >&2; }

fail() { say "$*"; exit 1; }

# The first Python that is new enough and can make a virtual environment. The machine's own python3 is tried first.
find_python() {
  local candidate new_enough=no
  for candidate in "${RASHINBAN_PYTHON:-}" python3 python3.13 python3.12 python3.11; do
    [ -n "$candidate" ] || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
    new_enough=yes
    if "$candidate" -c 'import venv, ensurepip' >/dev/null 2>&1; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  if [ "$new_enough" = yes ]; then
    say "Pythonの仮想環境（venv）を作れません。Debian・Ubuntuでは python3-venv を入れてから、もう一度実行してください。"
  else
    say "Python 3.11以上が見つかりません。入れてからもう一度実行してください。別の場所にある場合は、環境変数 RASHINBAN_PYTHON に指定できます。"
  fi
  return 1
}

# pip's output goes to a log; when it fails, its last lines are shown.
pip_install() {
  if ! "$VENV/bin/python" -m pip install --disable-pip-version-check --compile "$@" >>"$LOG" 2>&1; then
    tail -n 15 "$LOG" >&2
    fail "部品を入れられませんでした。通信と空き容量を確かめて、もう一度実行してください。全文は $LOG にあります。"
  fi
}

wanted_hash() {
  "$VENV/bin/python" - "${requirements[@]}" <<'PYTHON'
import hashlib, pathlib, sys
content = sys.version.encode() + b"".join(pathlib.Path(name).read_bytes() for name in sys.argv[1:])
print(hashlib.sha256(content).hexdigest())
PYTHON
}

make_venv() {
  if [ -d "$VENV" ] && "$VENV/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    return
  fi
  local python
  python=$(find_python) || exit 1
  say "仮想環境 $VENV を作っています（$("$python" -V)）"
  "$python" -m venv --clear "$VENV" || fail "仮想環境 $VENV を作れませんでした。このフォルダーに書き込めるか、空き容量があるかを確かめてください。"
}

install_requirements() {
  local wanted torch options=() file
  wanted=$(wanted_hash)
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
    return
  fi
  say "部品を入れています（初回は数分かかります）"
  : >"$LOG"
  # torch comes first and alone: another package's wider range would otherwise fetch a newer and much larger build.
  torch=$(grep '^torch==' requirements.txt)
  pip_install "$torch"
  for file in "${requirements[@]}"; do options+=(-r "$file"); done
  pip_install "${options[@]}"
  "$VENV/bin/python" -m compileall -q app.py analytics assistant index prompts || true
  printf '%s\n' "$wanted" >"$stamp"
}

build_index() {
  if [ ! -f "${RASHINBAN_HOME:-.rashinban}/index/current" ]; then
    say "検索の索引を作っています（初回だけ）"
    "$VENV/bin/python" -m index build
  fi
}

make_venv
install_requirements
build_index
[ "$setup_only" = no ] || exit 0

# A browser is opened only where there is a screen to see it on.
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
  app_options=(--open "${app_options[@]+"${app_options[@]}"}")
fi
exec "$VENV/bin/python" app.py "${app_options[@]+"${app_options[@]}"}"
