#!/usr/bin/env bash
# Sets up what the tests need, builds everything, runs every test. The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."
results=artifacts/test-results
web=src/Pulse.Web

need() { # command, Debian package, what for
  if command -v "$1" >/dev/null; then return; fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq "$2" >/dev/null
  else
    echo "eng/test.sh: $3 needs '$1'. Install it with: sudo apt-get install $2" >&2
    exit 1
  fi
}
need_packages() { # a directory with a package-lock.json
  if cmp -s "$1/package-lock.json" "$1/node_modules/.installed-lock"; then return; fi
  npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --silent
  cp "$1/package-lock.json" "$1/node_modules/.installed-lock"
}

if [ -z "${PULSE_CHROMIUM:-}" ]; then need chromium chromium "the browser tests"; fi
need nginx nginx "the test of the reverse proxy"
command -v npm >/dev/null || { echo "eng/test.sh: install Node.js 20.19 or later: the UI is built and tested with it." >&2; exit 1; }
need_packages "$web"

dotnet build Pulse.sln --nologo --verbosity quiet -consoleLoggerParameters:NoSummary

rm -rf "$results"
mkdir -p "$results"
failed=0

# Style and types of the UI count as one test each.
passed=0
check() {
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "eng/test.sh: failed: $*" >&2; fi
}
in_web() { (cd "$web" && "$@"); }
check in_web npx biome ci --colors=off --diagnostic-level=error .
check in_web npx tsc --noEmit

# A run that crashed writes no counts, and its exit code says so.
web_status=0
in_web npx vitest run --reporter=default --reporter=json --outputFile.json="$PWD/$results/web.json" || web_status=$?
count_web() { # passed or failed
  node -p "JSON.parse(require('fs').readFileSync('$results/web.json')).num$1Tests" 2>/dev/null || echo 0
}
web_failed=$(count_web Failed)
if [ "$web_status" != 0 ] && [ "$web_failed" = 0 ]; then web_failed=1; fi
passed=$((passed + $(count_web Passed)))
failed=$((failed + web_failed))

status=0
# One project after another: each uses all cores by itself, and some of them wait for real sockets and processes.
dotnet test Pulse.sln --no-build --nologo -maxcpucount:1 --results-directory "$results" --logger trx || status=$?

# Each project writes one file with its counts; a project that crashed writes none, and its exit code says so.
count() { # passed or failed
  cat "$results"/*.trx 2>/dev/null | awk -v name="$1" '
    /<Counters / && match($0, " " name "=\"[0-9]+\"") { sum += substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) }
    END { print sum + 0 }'
}
dotnet_passed=$(count passed)
dotnet_failed=$(count failed)
if [ "$status" != 0 ] && [ "$dotnet_failed" = 0 ]; then dotnet_failed=1; fi
failed=$((failed + dotnet_failed))
echo "$((passed + dotnet_passed)) passed, $failed failed"
[ "$failed" = 0 ] && [ "$dotnet_passed" -gt 0 ]
