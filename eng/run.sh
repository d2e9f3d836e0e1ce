#!/usr/bin/env bash
# Builds what is stale and serves Pulse at http://127.0.0.1:7655.
#   eng/run.sh                serve; the data lies in ./data
#   eng/run.sh --demo         also start two simulated vCenters: one is connected already, the other waits to be added
# Everything else is handed on to Pulse, e.g. --urls http://127.0.0.1:8080
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

demo=false
arguments=()
for argument in "$@"; do
  if [ "$argument" = --demo ]; then demo=true; else arguments+=("$argument"); fi
done

command -v dotnet >/dev/null || { echo "eng/run.sh: install the .NET 10 SDK first." >&2; exit 1; }
export DOTNET_ENVIRONMENT="${DOTNET_ENVIRONMENT:-Development}"
dotnet build "$root/src/Pulse.Host" --configuration Release --nologo --verbosity quiet -consoleLoggerParameters:NoSummary
pulse="$root/artifacts/bin/Pulse.Host/release/Pulse.Host.dll"
if [ "$demo" = false ]; then
  exec dotnet "$pulse" ${arguments[@]+"${arguments[@]}"}
fi

dotnet build "$root/tests/Pulse.VCenterSimulator" --configuration Release --nologo --verbosity quiet -consoleLoggerParameters:NoSummary
simulator="$root/artifacts/bin/Pulse.VCenterSimulator/release/Pulse.VCenterSimulator.dll"
data="$root/data/demo"
mkdir -p "$data"
chmod 700 "$root/data" "$data"

pulse_process=
vcenters=()
stop() { # Pulse first: it logs out of the vCenters.
  trap - EXIT INT TERM
  if [ -n "$pulse_process" ]; then kill "$pulse_process" 2>/dev/null || true; wait "$pulse_process" || true; fi
  kill "${vcenters[@]}" 2>/dev/null || true
  wait || true
}
trap stop EXIT INT TERM

start_vcenter() { # name, port, more options
  dotnet "$simulator" --port "$2" --certificate-file "$data/$1.pfx" --churn 6 "${@:3}" >"$data/$1.log" 2>&1 &
  vcenters+=($!)
  for _ in $(seq 100); do
    if grep -q '^READY' "$data/$1.log"; then return; fi
    if ! kill -0 $! 2>/dev/null; then cat "$data/$1.log" >&2; exit 1; fi
    sleep 0.1
  done
}
thumbprint_of() { grep -oE '([0-9A-F]{2}:){31}[0-9A-F]{2}' "$data/$1.log"; }

start_vcenter primary 8989 --hosts 8 --vms 40 --datastores 5 --user svc-pulse@vsphere.local --password 'Demo-primary-1'
start_vcenter second 8990 --hosts 3 --vms 12 --profile 8.0u1 --user svc-pulse@vsphere.local --password 'Demo-second-2'

export Pulse__DataDirectory="$data"
Pulse__Access__BootstrapToken="demo-$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')"
export Pulse__Access__BootstrapToken
dotnet "$pulse" --urls http://127.0.0.1:7655 ${arguments[@]+"${arguments[@]}"} &
pulse_process=$!
curl --silent --fail --retry 30 --retry-delay 1 --retry-connrefused http://127.0.0.1:7655/readyz >/dev/null

# 409 when an earlier demo has saved it already.
curl --silent --output /dev/null -H "Authorization: Bearer $Pulse__Access__BootstrapToken" -H 'Content-Type: application/json' \
  http://127.0.0.1:7655/api/vmware/connections --data @- <<JSON
{ "name": "Primary vCenter", "host": "127.0.0.1", "port": 8989, "username": "svc-pulse@vsphere.local", "password": "Demo-primary-1",
  "certificateThumbprint": "$(thumbprint_of primary)", "pollIntervalSeconds": 10 }
JSON

cat <<TEXT

Pulse runs at http://127.0.0.1:7655 (API description: /swagger, health: /readyz). Ctrl+C stops it.
  API token   $Pulse__Access__BootstrapToken
  Connected   Primary vCenter, a simulated vCenter 8.0 U3 at https://127.0.0.1:8989
  To be added a simulated vCenter 8.0 U1:
    URL         https://127.0.0.1:8990
    User name   svc-pulse@vsphere.local
    Password    Demo-second-2
    Thumbprint  $(thumbprint_of second)

TEXT
wait "$pulse_process"
