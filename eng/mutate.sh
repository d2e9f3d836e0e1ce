#!/usr/bin/env bash
# Mutation tests of the pure rules: changes their code in many small ways and counts the changes that no test notices.
# Takes long and is not part of CI. The report lies in artifacts/mutation. Arguments go to dotnet-stryker.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
cd tests/Pulse.PlatformConnections.Tests
dotnet stryker --config-file ../../eng/mutate.json --output ../../artifacts/mutation "$@"
