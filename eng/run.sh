#!/usr/bin/env bash
# Builds what is stale, the UI included, and serves Pulse at http://127.0.0.1:7655.
#   eng/run.sh                serve; the data lies in ./data
#   eng/run.sh --demo         also start two simulated vCenters: one is connected already, the other waits to be added
#   eng/run.sh --watch        also serve the UI from its sources at http://127.0.0.1:7656: a change shows at once
# Everything else is handed on to Pulse, e.g. --urls http://127.0.0.1:8080
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

demo=false
watch=false
address=http://127.0.0.1:7655
arguments=()
while [ $# -gt 0 ]; do
  case "$1" in
    --demo) demo=true ;;
    --watch) watch=true ;;
    --urls) address=${2:?}; shift ;;
    --urls=*) address=${1#--urls=} ;;
    *) arguments+=("$1") ;;
  esac
  shift
done

command -v dotnet >/dev/null || { echo "eng/run.sh: install the .NET 10 SDK first." >&2; exit 1; }
export DOTNET_ENVIRONMENT="${DOTNET_ENVIRONMENT:-Development}"
build() { dotnet build "$root/$1" --configuration Release --nologo --verbosity quiet -consoleLoggerParameters:NoSummary; }

build src/Pulse.Host
pulse=(dotnet "$root/artifacts/bin/Pulse.Host/release/Pulse.Host.dll" --urls "$address" ${arguments[@]+"${arguments[@]}"})
if [ "$demo" = false ] && [ "$watch" = false ]; then
  exec "${pulse[@]}"
fi

pulse_process=
others=()
stop() { # Pulse first: it logs out of the vCenters.
  trap - EXIT INT TERM
  if [ -n "$pulse_process" ]; then kill "$pulse_process" 2>/dev/null || true; wait "$pulse_process" || true; fi
  if [ ${#others[@]} -gt 0 ]; then kill "${others[@]}" 2>/dev/null || true; fi
  wait || true
}
trap stop EXIT INT TERM

start_pulse() {
  "${pulse[@]}" &
  pulse_process=$!
  until curl --silent --fail "${address%%;*}/readyz" >/dev/null; do
    kill -0 "$pulse_process" 2>/dev/null || exit 1
    sleep 0.2
  done
}

start_watch() {
  # Not by npm, which does not always hand a signal on.
  (cd "$root/src/Pulse.Web" && PULSE_API="${address%%;*}" exec node node_modules/vite/bin/vite.js --clearScreen false) &
  others+=($!)
  echo "The UI from its sources: http://127.0.0.1:7656. A change in src/Pulse.Web shows there at once."
}

start_vcenter() { # name, port, more options
  dotnet "$simulator" --port "$2" --certificate-file "$data/$1.pfx" --churn 6 "${@:3}" >"$data/$1.log" 2>&1 &
  others+=($!)
  for _ in $(seq 100); do
    if grep -q '^READY' "$data/$1.log"; then return; fi
    if ! kill -0 $! 2>/dev/null; then cat "$data/$1.log" >&2; exit 1; fi
    sleep 0.1
  done
}
thumbprint_of() { grep -oE '([0-9A-F]{2}:){31}[0-9A-F]{2}' "$data/$1.log"; }

if [ "$demo" = false ]; then
  start_pulse
  start_watch
  wait "$pulse_process"
  exit
fi

build tests/Pulse.VCenterSimulator
simulator="$root/artifacts/bin/Pulse.VCenterSimulator/release/Pulse.VCenterSimulator.dll"
data="$root/data/demo"
mkdir -p "$data"
chmod 700 "$root/data" "$data"

# The same vCenters at each start: to Pulse, another instance UUID would be another vCenter.
start_vcenter primary 8989 --instance-uuid 5f0c1a52-9d0e-4c55-8a51-3f1f2b0d8989 --hosts 8 --vms 40 --datastores 5 --user svc-pulse@vsphere.local --password 'Demo-primary-1'
start_vcenter second 8990 --instance-uuid 5f0c1a52-9d0e-4c55-8a51-3f1f2b0d8990 --hosts 3 --vms 12 --profile 8.0u1 --user svc-pulse@vsphere.local --password 'Demo-second-2'

export Pulse__DataDirectory="$data"
export Pulse__Admin__Password=Demo-admin-12
Pulse__Access__BootstrapToken="demo-$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')"
export Pulse__Access__BootstrapToken
start_pulse

# 409 when an earlier demo has saved it already.
curl --silent --output /dev/null -H "Authorization: Bearer $Pulse__Access__BootstrapToken" -H 'Content-Type: application/json' \
  "${address%%;*}/api/vmware/connections" --data @- <<JSON
{ "name": "Primary vCenter", "host": "127.0.0.1", "port": 8989, "username": "svc-pulse@vsphere.local", "password": "Demo-primary-1",
  "certificateThumbprint": "$(thumbprint_of primary)", "pollIntervalSeconds": 10 }
JSON

cat <<TEXT

Pulse runs. Open it in a browser; Ctrl+C stops it.
  Address     ${address%%;*}
  User name   admin
  Password    $Pulse__Admin__Password   (an admin of an earlier demo keeps the password of then: rm -r data/demo starts anew)

Connected is a simulated vCenter 8.0 U3, "Primary vCenter". Add this one, a simulated vCenter 8.0 U1:
  URL         https://127.0.0.1:8990
  User name   svc-pulse@vsphere.local
  Password    Demo-second-2
  Thumbprint  $(thumbprint_of second)

For scripts: API token $Pulse__Access__BootstrapToken, API description at /swagger (after signing in), health at /readyz.

TEXT
if [ "$watch" = true ]; then start_watch; fi
wait "$pulse_process"
