#!/usr/bin/env bash
# Builds Pulse and runs its tests. The last line is "N passed, N failed".
#
#   eng/test.sh                 everything
#   eng/test.sh --fast          everything but the tests that are marked slow: kills, fuzzing, session drops, the browser
#   eng/test.sh Pulse.Access    one project (Pulse.Access.Tests; Pulse.Web is the UI), or several; --fast goes with them
set -euo pipefail
cd "$(dirname "$0")/.."
results=artifacts/test-results
web=src/Pulse.Web

fast=""
chosen=()
for argument in "$@"; do
  case "$argument" in
    --fast) fast=yes ;;
    -*) echo "eng/test.sh: '$argument' is not an option. Use --fast, or name projects." >&2; exit 2 ;;
    *) chosen+=("$argument") ;;
  esac
done

projects=()
with_web=""
if [ "${#chosen[@]}" = 0 ]; then
  with_web=yes
  for file in tests/*Tests/*.csproj; do projects+=("$(basename "$file" .csproj)"); done
fi
for name in ${chosen[@]+"${chosen[@]}"}; do
  if [ "$name" = Pulse.Web ]; then
    with_web=yes
  elif [ -f "tests/$name/$name.csproj" ] && [[ "$name" == *Tests ]]; then
    projects+=("$name")
  elif [ -f "tests/$name.Tests/$name.Tests.csproj" ]; then
    projects+=("$name.Tests")
  else
    echo "eng/test.sh: there is no test project '$name'. Name one of: Pulse.Web $(ls -d tests/*Tests | xargs -n 1 basename | tr '\n' ' ')" >&2
    exit 2
  fi
done
runs() { [[ " ${projects[*]-} " == *" $1 "* ]]; }

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

if runs Pulse.BrowserTests && [ -z "$fast" ] && [ -z "${PULSE_CHROMIUM:-}" ]; then need chromium chromium "the browser tests"; fi
with_nginx=""
if [ "${#chosen[@]}" = 0 ] && [ -z "$fast" ]; then
  with_nginx=yes
  need nginx nginx "the check of the documented reverse proxy"
fi
command -v npm >/dev/null || { echo "eng/test.sh: install Node.js 20.19 or later: the UI is built and tested with it." >&2; exit 1; }
need_packages "$web"

if [ "${#chosen[@]}" = 0 ]; then
  dotnet build Pulse.sln --nologo --verbosity quiet -consoleLoggerParameters:NoSummary
else
  for project in ${projects[@]+"${projects[@]}"}; do
    dotnet build "tests/$project" --nologo --verbosity quiet -consoleLoggerParameters:NoSummary
  done
fi

rm -rf "$results"
mkdir -p "$results"
passed=0
failed=0

# A check counts as one test.
check() {
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "eng/test.sh: failed: $*" >&2; fi
}
in_web() { (cd "$web" && "$@"); }
test_web() {
  check in_web npx biome ci --colors=off --diagnostic-level=error .
  check in_web npx tsc --noEmit

  # A run that crashed writes no counts, and its exit code says so.
  local status=0 web_failed
  in_web npx vitest run --reporter=default --reporter=json --outputFile.json="$PWD/$results/web.json" || status=$?
  web_failed=$(count_web Failed)
  if [ "$status" != 0 ] && [ "$web_failed" = 0 ]; then web_failed=1; fi
  passed=$((passed + $(count_web Passed)))
  failed=$((failed + web_failed))
}
count_web() { # Passed or Failed
  node -p "JSON.parse(require('fs').readFileSync('$results/web.json')).num$1Tests" 2>/dev/null || echo 0
}

# A shell that runs this script in the background makes its programs deaf to SIGINT, which a test sends to Pulse.
hearing=()
if env --default-signal=INT true 2>/dev/null; then hearing=(env --default-signal=INT); fi

# Test processes compile much and live for seconds. Memory pages that are never writable and executable at once make that dearer.
# No project file can set this; tests/Directory.Build.props has the other settings.
export DOTNET_EnableWriteXorExecute=0

# One project after another: each uses all cores by itself, and some of them wait for real sockets and processes.
test_project() {
  local file="$results/$1.trx" status=0 project_failed
  ${hearing[@]+"${hearing[@]}"} "artifacts/bin/$1/debug/$1" -noColor -noLogo -trx "$file" ${fast:+-trait- Category=Slow} || status=$?
  project_failed=$(count "$file" failed)
  if [ "$status" != 0 ] && [ "$project_failed" = 0 ]; then project_failed=1; fi
  passed=$((passed + $(count "$file" passed)))
  failed=$((failed + project_failed))
}
count() { # file, passed or failed
  { cat "$1" 2>/dev/null || true; } | awk -v name="$2" '
    /<Counters / && match($0, " " name "=\"[0-9]+\"") { sum += substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) }
    END { print sum + 0 }'
}

# Runs one part and adds a line on its time: how long it took, and how much of the processors.
times=""
timed() { # name, command
  local TIMEFORMAT="%R %U %S" took name=$1
  shift
  { time "$@" >&3 2>&4; } 2>"$results/time" 3>&1 4>&2
  took=$(tail -n 1 "$results/time")
  times+=$(awk -v name="$name" '{ printf "%-36s %7.1f s, processors %7.1f s", name, $1, $2 + $3 }' <<<"$took")$'\n'
}

exec 3>&1 4>&2
if [ -n "$with_web" ]; then timed Pulse.Web test_web; fi
for project in ${projects[@]+"${projects[@]}"}; do
  timed "$project" test_project "$project"
done

if [ -n "$with_nginx" ]; then timed eng/nginx.sh check eng/nginx.sh; fi

slowest() {
  { cat "$results"/*.trx 2>/dev/null || true; } | tr '>' '\n' | awk '
    /<UnitTestResult / && match($0, /duration="[0-9:.]+"/) {
      split(substr($0, RSTART + 10, RLENGTH - 11), part, ":")
      if (match($0, /testName="[^"]*"/)) { printf "%7.1f s  %s\n", part[1] * 3600 + part[2] * 60 + part[3], substr($0, RSTART + 10, RLENGTH - 11) }
    }' | sort -rn | sed -n 1,10p
}
echo
echo "The slowest tests:"
slowest
echo "Time by project:"
printf '%s' "$times"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
