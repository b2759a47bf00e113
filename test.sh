#!/usr/bin/env bash
# Sets up a virtual environment with the test tools and runs all tests.
#   bash test.sh [options of pytest, such as tests/browser -k chat]
# As root on Debian it also installs the browser for tests/browser; elsewhere those tests are skipped with the reason.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

bash run.sh --setup-only --dev

has_browser() { command -v chromium >/dev/null 2>&1 && fc-list 2>/dev/null | grep -qi 'noto.*cjk'; }

if ! has_browser; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "ブラウザの試験のために chromium と日本語フォントを入れています" >&2
    log=$(mktemp)
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-noto-cjk fontconfig; } >"$log" 2>&1 ||
      { tail -n 5 "$log" >&2; echo "chromium を入れられなかったため、ブラウザの試験は飛ばします" >&2; }
  else
    echo "chromium と日本語フォント（fonts-noto-cjk）がないため、ブラウザの試験は飛ばします" >&2
  fi
fi

# In continuous integration alone: it asks a database outside, and says so where that cannot be reached.
[ "${CI:-}" != true ] || .venv/bin/python .ci/audit.py

unset PYTHONDONTWRITEBYTECODE  # the many processes that the tests start would each compile everything
# Whole files to two processes, in the order of tests/order.py.
exec .venv/bin/python -m pytest -ra --durations=10 -n 2 --dist loadfile --no-loadscope-reorder "$@"
