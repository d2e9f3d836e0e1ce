#!/usr/bin/env bash
# Writes a new platform that builds and passes its tests: the project of the platform, a test project with a simulated system, and
# the line in the host. See docs/add-a-platform.md.
#
#   eng/new-platform.sh TrueNas    writes src/Pulse.Providers.TrueNas and tests/Pulse.Providers.TrueNas.Tests
set -euo pipefail
cd "$(dirname "$0")/.."
host=src/Pulse.Host/Pulse.Host.csproj
program=src/Pulse.Host/Program.cs

refuse() {
  echo "eng/new-platform.sh: $1" >&2
  exit 2
}

# Check everything first: a refused call writes nothing.
if [ "$#" != 1 ]; then refuse "Give one name, for example: eng/new-platform.sh TrueNas"; fi
name=$1
if ! LC_ALL=C grep -qE '^[A-Z][A-Za-z0-9]*$' <<<"$name" || [[ "$name" == *$'\n'* ]]; then
  refuse "'$name' cannot be the name of a project. Start with a capital letter, and use the letters A to Z and digits only, for example: TrueNas"
fi
# Routes and the database contain the key, which has lower-case letters only.
key=$(tr -d '0-9' <<<"$name" | tr '[:upper:]' '[:lower:]')

project=Pulse.Providers.$name
for folder in src tests; do
  existing=$(ls "$folder" | grep -ixE "$project(\.Tests)?" | head -n 1 || true)
  if [ -n "$existing" ]; then refuse "$folder/$existing exists already. Choose another name, or remove the folder first."; fi
done
declared=$(grep -rlE --include=*.cs "\bKey = \"$key\"" src/Pulse.Providers.* tests/Pulse.Providers.Box | head -n 1 || true)
if [ -n "$declared" ]; then refuse "$declared declares the key '$key' already. Choose a name with other letters."; fi

# The line of the host goes below the other platforms, before this line.
after_platforms='    change?.Invoke(builder);'
if [ "$(grep -cxF "$after_platforms" "$program")" != 1 ] || ! grep -q '<ProjectReference ' "$host"; then
  refuse "$program or $host has changed its form. Adapt eng/new-platform.sh, or add the platform by hand: docs/add-a-platform.md"
fi

# Copies the templates of one project into its folder.
copy() { # folder of the templates, folder of the project
  local template target
  mkdir "$2"
  for template in "$1"/*.template; do
    target=$(basename "$template" .template)
    sed "s/lantern/$key/g; s/Lantern/$name/g" "$template" >"$2/${target//Lantern/$name}"
  done
}
replace() { # file, whose new content is the input
  cat >"$1.new"
  mv "$1.new" "$1"
}

copy eng/new-platform/Pulse.Providers.Lantern "src/$project"
copy eng/new-platform/Pulse.Providers.Lantern.Tests "tests/$project.Tests"

awk -v line="    <ProjectReference Include=\"../$project/$project.csproj\" />" '
  { lines[NR] = $0 } /<ProjectReference / { last = NR }
  END { for (i = 1; i <= NR; i++) { print lines[i]; if (i == last) print line } }' "$host" | replace "$host"
{
  { grep '^using ' "$program"; echo "using $project;"; } | sed 's/;$//' | LC_ALL=C sort -f | sed 's/$/;/'
  grep -v '^using ' "$program" | awk -v before="$after_platforms" -v line="    builder.Services.Add$name();" '$0 == before { print line } { print }'
} | replace "$program"

dotnet sln Pulse.sln add --solution-folder src "src/$project/$project.csproj"
dotnet sln Pulse.sln add --solution-folder tests "tests/$project.Tests/$project.Tests.csproj"
# The host and the tests that use it have a new reference: their lock files change.
dotnet restore Pulse.sln --force-evaluate -p:RestoreLockedMode=false --verbosity quiet

cat <<NEXT

The platform $name is written. Its key is '$key'. Routes and the database contain the key: change it only before the first use.
The UI needs no code: it draws the pages from the declaration.

Next, build and test it, and generate the API document and the types of the UI again:
  eng/test.sh $project
  eng/openapi.sh
  npm run api --prefix src/Pulse.Web
Then adapt these files to the real system. docs/add-a-platform.md explains them:
  src/$project/${name}Declaration.cs
  src/$project/${name}Session.cs
  tests/$project.Tests/Simulated$name.cs
Commit each changed packages.lock.json too.
NEXT
