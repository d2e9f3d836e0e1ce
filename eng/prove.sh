#!/usr/bin/env bash
# Proves Pulse on a real system from a checkout, and puts the record where the proof matrix looks for it.
#   eng/prove.sh vmware vcsa.lab.example --user svc-pulse@vsphere.local --alias lab-1
# See docs/vmware/prove.md, and --help for the other arguments.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
command -v dotnet >/dev/null || { echo "eng/prove.sh: install the .NET 10 SDK first." >&2; exit 1; }
dotnet build "$root/src/Pulse.Host" --configuration Release --nologo --verbosity quiet -consoleLoggerParameters:NoSummary -p:BuildWebUi=false
# What comes later on the command line wins.
exec dotnet "$root/artifacts/bin/Pulse.Host/release/Pulse.Host.dll" prove --records "$root/docs/vmware/records" "$@"
