#!/usr/bin/env bash
# Installs the editor that the tests drive: VS Code's workbench as code-server, from npm, into artifacts/editor/code-server.
# usage: tests/Dsl.Editor.Tests/install-editor.sh     once; what is there and whole stays
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
home="$root/artifacts/editor"
editor="$home/code-server"
# 4.100.3 (VS Code 1.100.3) is the last that runs on Node.js 20.
version=4.100.3
log="$home/install.log"

for needed in npm node make g++ python3 rg; do
  command -v "$needed" >/dev/null 2>&1 || { echo "$needed was not found: see tests/debian-packages.txt; Node.js 20 with npm is needed." >&2; exit 3; }
done
mkdir -p "$home"
exec 9>"$home/lock"
if command -v flock >/dev/null 2>&1; then flock 9; fi
[ "$(cat "$editor/installed" 2>/dev/null)" != "$version" ] || exit 0

# The headers of this Node.js: without them the build of native modules asks nodejs.org.
node_home=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
[ ! -d "$node_home/include/node" ] || export npm_config_nodedir=$node_home
# Built here: a finished module would be asked for at GitHub.
export npm_config_build_from_source=true JOBS=2
quiet=(--silent --no-audit --no-fund)

install() {
  local modules="$editor/lib/vscode/node_modules" archive
  rm -rf "$editor"
  mkdir -p "$editor"
  archive=$(cd "$home" && npm pack --silent "code-server@$version")
  tar xzf "$home/$archive" -C "$editor" --strip-components=1
  rm -f "$home/$archive"
  (cd "$editor" && npm ci "${quiet[@]}" --ignore-scripts --omit=dev)
  # Its lock file is out of step with its package.json: npm ci refuses it.
  (cd "$editor/lib/vscode" && npm install "${quiet[@]}" --ignore-scripts --omit=dev)
  ln -sfn node_modules "$editor/lib/vscode/node_modules.asar"
  # Its install script asks GitHub; Debian has the program.
  mkdir -p "$modules/@vscode/ripgrep/bin"
  ln -sf "$(command -v rg)" "$modules/@vscode/ripgrep/bin/rg"
  # The command line needs the first; with the others it writes logs and ends when it should.
  (cd "$editor" && npm rebuild "${quiet[@]}" argon2)
  (cd "$editor/lib/vscode" && npm rebuild "${quiet[@]}" @vscode/spdlog native-watchdog)
  node "$editor/out/node/entry.js" --config "$home/no-config.yaml" --user-data-dir "$home/no-data" --version
}

# A subshell of its own: inside a condition `set -e` would not end it at the first failure.
set +e
(set -e; install) </dev/null >"$log" 2>&1 9>&-
outcome=$?
set -e
if [ $outcome -ne 0 ]; then
  echo "the editor was not installed; the end of $log:" >&2
  tail -25 "$log" >&2
  exit 1
fi
rm -rf "$home/no-config.yaml" "$home/no-data"
echo "$version" >"$editor/installed"
