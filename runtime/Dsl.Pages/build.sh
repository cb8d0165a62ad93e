#!/usr/bin/env bash
# Builds the pages of the service into artifacts/pages; pages that are up to date stay. Needs Node.js 20 with npm.
set -euo pipefail
unset CDPATH
pages=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
root=$(dirname -- "$(dirname -- "$pages")")
target="$root/artifacts/pages"
log="$root/artifacts/pages.log"

command -v npm >/dev/null 2>&1 || { echo "npm was not found: Node.js 20 is needed." >&2; exit 3; }
mkdir -p "$root/artifacts"

# What the pages are made of, as one hash: times say nothing in a fresh clone.
content() {
  (cd "$pages" && find . -name node_modules -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64)
}

run() {
  # What is started here must inherit neither the lock nor the terminal.
  (cd "$pages" && "$@") </dev/null >>"$log" 2>&1 9>&- || { echo "页面没有做好，记录的末尾（$log）：" >&2; tail -15 "$log" >&2; exit 1; }
}

exec 9>"$root/artifacts/pages.lock"
if command -v flock >/dev/null 2>&1; then flock 9; fi
stamp=$(content)
if [ -f "$target/index.html" ] && [ "$(cat "$target.content" 2>/dev/null)" = "$stamp" ]; then exit 0; fi
[ ! -t 2 ] || echo "正在做页面（源代码有变化）……" >&2
: >"$log"
if [ ! "$pages/node_modules/.package-lock.json" -nt "$pages/package-lock.json" ]; then
  run npm ci --ignore-scripts --no-audit --no-fund
  touch "$pages/node_modules/.package-lock.json"
fi
# A running service reads the folder: the new pages take its place whole.
run npx --no-install vite build --outDir "$target.new" --emptyOutDir --logLevel warn
rm -rf "$target.old"
[ ! -e "$target" ] || mv "$target" "$target.old"
mv "$target.new" "$target"
rm -rf "$target.old"
echo "$stamp" >"$target.content"
