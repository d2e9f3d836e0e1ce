#!/usr/bin/env bash
# Measures what the design promises in numbers, and prints it as a table.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Pulse.Benchmarks --configuration Release --nologo --verbosity quiet -consoleLoggerParameters:NoSummary
dotnet artifacts/bin/Pulse.Benchmarks/release/Pulse.Benchmarks.dll
dotnet artifacts/bin/Pulse.Benchmarks/release/Pulse.Benchmarks.dll first-read
exec dotnet artifacts/bin/Pulse.Benchmarks/release/Pulse.Benchmarks.dll hostile
