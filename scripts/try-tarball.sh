#!/usr/bin/env bash
# Packs the program as it would be published, installs the tarball in an empty folder, and runs it there.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

tarball=$(cd "$top" && npm pack --silent --pack-destination "$folder")
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit "./$tarball"

export XDG_STATE_HOME="$folder/state"
current="$top/node_modules/.bin/node"
program=node_modules/wsl-netfix-tui/dist/main.js

"$current" "$program" --version
"$current" "$program" diagnose --simulate healthy --pace instant --lang en

status=0
"$current" "$program" diagnose --simulate classic-80041002 --pace instant --json >diagnosis.json 2>/dev/null || status=$?
[ "$status" = 1 ] || { echo "A broken machine must end with exit code 1, this was $status." >&2; exit 1; }
grep -q 0x80041002 diagnosis.json

# Under a Node that is too old there must be one line that helps.
if ! node -e 'const [a, b, c] = process.versions.node.split(".").map(Number); process.exit(a >= 26 || (a === 24 && b >= 15) || (a === 22 && (b > 22 || (b === 22 && c >= 2))) ? 0 : 1)'; then
  status=0
  line=$(node "$program" --version 2>&1) || status=$?
  echo "$line"
  [ "$status" = 2 ] && [[ "$line" == *"npx -p node@24 -p wsl-netfix-tui wsl-netfix-tui"* ]]
fi
