#!/usr/bin/env bash
# Sets up what the tests need, builds everything, runs every test. The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."
results=artifacts/test-results

need() { # command, Debian package, what for
  if command -v "$1" >/dev/null; then return; fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq "$2" >/dev/null
  else
    echo "eng/test.sh: $3 needs '$1'. Install it with: sudo apt-get install $2" >&2
    exit 1
  fi
}

need java default-jre-headless "WireMock"
command -v npm >/dev/null || { echo "eng/test.sh: install Node.js 20 or later: WireMock is an npm package." >&2; exit 1; }
wiremock=tests/Pulse.IntegrationTests
if ! cmp -s "$wiremock/package-lock.json" "$wiremock/node_modules/.installed-lock"; then
  npm ci --prefix "$wiremock" --ignore-scripts --no-audit --no-fund --silent
  cp "$wiremock/package-lock.json" "$wiremock/node_modules/.installed-lock"
fi

dotnet build Pulse.sln --nologo --verbosity quiet -consoleLoggerParameters:NoSummary

rm -rf "$results"
status=0
# One project after another: each uses all cores by itself, and some of them wait for real sockets and processes.
dotnet test Pulse.sln --no-build --nologo -maxcpucount:1 --results-directory "$results" --logger trx || status=$?

# Each project writes one file with its counts; a project that crashed writes none, and its exit code says so.
count() { # passed or failed
  cat "$results"/*.trx 2>/dev/null | awk -v name="$1" '
    /<Counters / && match($0, " " name "=\"[0-9]+\"") { sum += substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) }
    END { print sum + 0 }'
}
passed=$(count passed)
failed=$(count failed)
if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
echo "$passed passed, $failed failed"
[ "$status" = 0 ] && [ "$passed" -gt 0 ]
