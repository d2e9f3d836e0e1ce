#!/usr/bin/env bash
# Writes docs/openapi.json anew from the running host. Run it after a change of the API.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
token="openapi-$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')"
address=http://127.0.0.1:7699
dotnet build src/Pulse.Host --verbosity quiet --nologo
Pulse__DataDirectory="$work/data" Pulse__Access__BootstrapToken="$token" \
  dotnet artifacts/bin/Pulse.Host/debug/Pulse.Host.dll --urls "$address" >"$work/log" 2>&1 &
pulse=$!
trap 'kill $pulse 2>/dev/null || true; wait $pulse 2>/dev/null || true; rm -rf "$work"' EXIT
if ! curl --silent --fail --retry 30 --retry-delay 1 --retry-connrefused "$address/readyz" >/dev/null; then
  cat "$work/log" >&2
  exit 1
fi
curl --silent --fail -H "Authorization: Bearer $token" "$address/openapi/v1.json" >"$work/openapi.json"
mv "$work/openapi.json" docs/openapi.json
echo "docs/openapi.json is up to date."
