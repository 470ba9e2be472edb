#!/usr/bin/env bash
# Builds everything with 0 warnings, runs every test, ends with one line: N passed, N failed, N skipped.
#
#   --no-install      leaves the machine alone; tests that miss a program are skipped then
#   --allow-missing   a skipped test does not fail the run (only those that want data beside the checkout may be skipped without)
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

install=yes allow_missing=no
for option in "$@"; do
  case $option in
    --no-install) install=no ;;
    --allow-missing) allow_missing=yes ;;
    *) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
done

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
foreign=tests/ShopBot.EndToEnd.Tests/foreign
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

say() { printf '== %s\n' "$*"; }

finish() { # passed failed skipped
  echo "$1 passed, $2 failed, $3 skipped"
  [ "$2" = 0 ]
  exit
}

install_programs() {
  local packages=()
  command -v redis-server >/dev/null || packages+=(redis-server)
  command -v chromium >/dev/null || packages+=(chromium)
  [ -e /usr/share/fonts/truetype/wqy/wqy-microhei.ttc ] || packages+=(fonts-wqy-microhei) # without it Chinese is boxes
  command -v node >/dev/null || packages+=(nodejs)
  command -v npm >/dev/null || packages+=(npm)
  [ ${#packages[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    say "not installed, as that takes root and apt-get: ${packages[*]}"
    return 0
  fi
  say "installing from Debian: ${packages[*]}"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}"; } >"$out/apt.log" 2>&1 ||
    { tail -n 20 "$out/apt.log"; say "not everything could be installed"; }
}

install_foreign_clients() {
  command -v npm >/dev/null || return 0
  [ "$foreign/node_modules/.package-lock.json" -nt "$foreign/package-lock.json" ] && return 0
  say "installing the foreign clients of the tests into $foreign/node_modules"
  npm ci --prefix "$foreign" --no-audit --no-fund --ignore-scripts --loglevel=error >"$out/npm.log" 2>&1 ||
    { tail -n 20 "$out/npm.log"; say "the foreign clients could not be installed"; }
}

# "test: reason", a line for each skipped test.
skipped_tests() {
  awk 'BEGIN { RS = "<UnitTestResult " } /outcome="NotExecuted"/ {
    match($0, /testName="[^"]*"/); name = substr($0, RSTART + 10, RLENGTH - 11)
    reason = "no reason given"
    if (match($0, /<(Message|StdOut)>[^<]*/)) { reason = substr($0, RSTART, RLENGTH); sub(/^<[A-Za-z]*>/, "", reason) }
    gsub(/[\r\n]+/, " ", reason); print name ": " reason }' "$out"/*.trx | sed 's,&quot;,",g; s,&lt;,<,g; s,&gt;,>,g; s,&amp;,\&,g'
}

if [ $install = yes ]; then
  install_programs
  install_foreign_clients
fi

say "building"
# The compiler server makes a cold build of all projects four times as fast; it is not left behind.
dotnet build ShopBot.sln -warnaserror -p:UseSharedCompilation=true -nodeReuse:false -v quiet -clp:"NoSummary;ErrorsOnly"
built=$?
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1
if [ $built != 0 ]; then
  say "the build failed, so no test ran"
  finish 0 1 0
fi

say "testing"
tests=(tests/*/bin/Debug/net10.0/*.Tests.dll)
# Of a project folder only its own assembly: a reference copies others beside it.
own=()
for test in "${tests[@]}"; do
  [ "$(basename "$test" .dll)" = "$(basename "${test%%/bin/*}")" ] && own+=("$test")
done
timeout 20m dotnet vstest "${own[@]}" --Parallel --logger:trx --logger:"console;verbosity=minimal" --ResultsDirectory:"$out" | tee "$out/console"
ran=${PIPESTATUS[0]}
[ "$ran" != 124 ] || say "stopped after 20 minutes"

# In a .trx, skipped = total - executed.
read -r passed failed skipped < <(cat "$out"/*.trx 2>/dev/null | grep -o '<Counters [^>]*>' | sed 's/[a-zA-Z]*="\([0-9]*\)"/\1/g' |
  awk '{ total += $2; executed += $3; passed += $4 } END { print passed + 0, executed - passed + 0, total - executed + 0 }')

if [ "$skipped" -gt 0 ]; then
  skipped_tests | sort >"$out/skipped"
  say "skipped:"
  cat "$out/skipped"
  missing=$(grep -vc 'beside the checkout' "$out/skipped")
  if [ "$missing" -gt 0 ] && [ $allow_missing = no ]; then
    say "$missing of them miss something this machine could have; --allow-missing lets that pass"
    finish "$passed" "$((failed + missing))" "$((skipped - missing))"
  fi
fi
if [ "$((passed + failed))" = 0 ] || grep -q '^No test is available' "$out/console"; then
  say "a test project ran no test"
  failed=$((failed + 1))
elif [ "$ran" != 0 ] && [ "$failed" = 0 ]; then
  say "a test host ended before its tests did"
  failed=1
fi
finish "$passed" "$failed" "$skipped"
