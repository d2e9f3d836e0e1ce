#!/usr/bin/env bash
# Starts the real nginx with the configuration of docs/reverse-proxy.md before a real Pulse, and uses Pulse through it as a browser and a
# script do. Pulse must be built. Exit code 0: everything is as documented.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
pids=()
end() {
  for pid in ${pids[@]+"${pids[@]}"}; do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$work"
}
trap end EXIT
fail() {
  echo "eng/nginx.sh: $1" >&2
  echo "--- Pulse and nginx said:" >&2
  cat "$work"/*.log >&2
  exit 1
}

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }
port=$(free_port)
upstream=$(free_port)
token=nginx-check-bootstrap-token-0123456789

export Pulse__DataDirectory="$work/data" Pulse__Access__BootstrapToken=$token Pulse__Admin__Password=a-long-password Pulse__Http__KnownProxies=127.0.0.1
dotnet artifacts/bin/Pulse.Host/debug/Pulse.Host.dll --urls "http://127.0.0.1:$upstream" >"$work/pulse.log" 2>&1 &
pids+=($!)

openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=monitoring.example -addext subjectAltName=DNS:monitoring.example \
  -keyout "$work/tls.key" -out "$work/tls.crt" 2>/dev/null
server=$(sed -n '/^<!-- nginx -->$/,/^```$/p' docs/reverse-proxy.md | sed '1,2d;$d' | sed \
  -e "s|listen 443 ssl;|listen 127.0.0.1:$port ssl;|" \
  -e "s|/etc/nginx/tls/monitoring.example.|$work/tls.|" \
  -e "s|http://127.0.0.1:7655/|http://127.0.0.1:$upstream/|")
for part in ":$port ssl" ":$upstream/" "$work/tls.key"; do
  [[ "$server" == *"$part"* ]] || fail "the documented configuration has changed: '$part' was not put in"
done
temporary=$(for name in client_body proxy fastcgi uwsgi scgi; do echo "${name}_temp_path $work/$name;"; done)
printf 'daemon off;\nmaster_process off;\npid %s;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n%s\n%s\n}\n' \
  "$work/pid" "$temporary" "$server" >"$work/nginx.conf"
nginx -p "$work" -e stderr -c "$work/nginx.conf" >"$work/nginx.log" 2>&1 &
pids+=($!)

# From another address than that of nginx, so that the two can be distinguished.
base="https://monitoring.example:$port"
ask() { curl --silent --show-error --interface 127.0.0.2 --resolve "monitoring.example:$port:127.0.0.1" --cacert "$work/tls.crt" "$@"; }
for look in $(seq 1 600); do
  if ask --fail --output /dev/null "$base/pulse/healthz" 2>/dev/null; then break; fi
  [ "$look" -lt 600 ] || fail "Pulse does not answer through nginx"
  sleep 0.1
done

status=$(ask --output /dev/null --write-out '%{http_code}' "$base/pulse")
[ "$status" = 308 ] || fail "/pulse is answered with $status, not with a permanent redirect"

cookie=$(ask --fail --dump-header - --output /dev/null --json '{"userName":"admin","password":"a-long-password"}' "$base/pulse/api/access/sign-in" \
  | tr -d '\r' | grep -i '^set-cookie: pulse_session=') || fail "the sign-in set no session cookie"
[[ "$cookie" == *"; secure"* && "$cookie" == *"path=/pulse;"* ]] || fail "the session cookie is not secure, or not for /pulse alone"

script=(--fail --header "Authorization: Bearer $token" --header "X-Forwarded-For: 198.51.100.1")
location=$(ask "${script[@]}" --output /dev/null --write-out '%header{location}' \
  --json '{"name":"Lab","host":"vcsa.lab.example","username":"u","password":"p","enabled":false}' "$base/pulse/api/vmware/connections")
[[ "$location" == /pulse/api/vmware/connections/* ]] || fail "the new connection is at '$location', not below /pulse"

# A client cannot forge an address: nginx has 127.0.0.1, the client 127.0.0.2.
addresses=$(ask "${script[@]}" "$base/pulse/api/access/audit" | grep -o '"actorAddress":"[^"]*"' | sort -u)
[ "$addresses" = '"actorAddress":"127.0.0.2"' ] || fail "the audit trail holds other addresses than that of the client: $addresses"
