#!/usr/bin/env bash
# Makes the packages of the editor, each with the `policy` program of its platform inside: artifacts/vscode/policy-language-<platform>-<version>.vsix
# usage: vscode-extension/package.sh [linux-x64|win-x64|…]     without a platform: linux-x64 and win-x64. A package that is up to date stays.
set -euo pipefail
extension=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(dirname "$extension")
home="$root/artifacts/vscode"
log="$home/package.log"

for needed in dotnet npm node; do
  command -v "$needed" >/dev/null 2>&1 || { echo "$needed was not found: the .NET 10 SDK and Node.js 20 are needed." >&2; exit 3; }
done
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
mkdir -p "$home"
if [ -z "${HOME:-}" ]; then
  mkdir -p "$root/artifacts/home"
  export HOME="$root/artifacts/home"
fi

# What something is made of, as one hash: times say nothing in a fresh clone.
content() {
  (cd "$root" && find "$@" \( -name node_modules -o -path runtime/Dsl.Pages -o -path vscode-extension/server -o -path vscode-extension/out \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64)
}

run() {
  # What is started here must inherit neither the lock nor the terminal.
  "$@" </dev/null >>"$log" 2>&1 9>&-
}

fail() {
  echo "$1; the end of $log:" >&2
  tail -25 "$log" >&2
  exit 1
}

# The program for a platform, without what the editor never uses: DuckDB (up to 70 MB, only batch needs it) and the service (ASP.NET Core, SQLite).
take_program() {
  local made
  made=$("$root/runtime/package.sh" --program "$1" 9>&-) || exit 1
  rm -rf "$extension/server"
  cp -r "$made" "$extension/server"
  # No service runs here; batches and imports run in the generic host, which stays.
  (cd "$extension/server" &&
    find . -name 'Microsoft.Extensions.*.dll' | grep -vE \
      '/Microsoft\.Extensions\.(Configuration|DependencyInjection|Diagnostics|FileProviders|FileSystemGlobbing|Hosting|Logging|Options|Primitives)\.' |
    xargs rm -f &&
    rm -f libduckdb.* duckdb.dll Microsoft.AspNetCore*.dll Microsoft.JSInterop.dll Microsoft.Net.Http.Headers.dll \
    Microsoft.OpenApi*.dll Scalar.AspNetCore.dll libe_sqlite3.* e_sqlite3.dll SQLitePCLRaw*.dll \
    Microsoft.Data.Sqlite.dll Dapper.dll aspnetcorev2_inprocess.dll OpenTelemetry*.dll Microsoft.IdentityModel*.dll System.IdentityModel*.dll)
}

install_packages() {
  [ "$extension/package-lock.json" -nt "$extension/node_modules/.package-lock.json" ] || return 0
  (cd "$extension" && run npm ci --ignore-scripts --no-audit --no-fund) || fail "the npm packages were not installed"
  touch "$extension/node_modules/.package-lock.json"
}

exec 9>"$home/lock"
if command -v flock >/dev/null 2>&1; then flock 9; fi
: >"$log"
version=$(node -p 'require(process.argv[1]).version' "$extension/package.json")
stamp=$(content compiler runtime vscode-extension Directory.Build.props Directory.Build.targets Directory.Packages.props global.json BannedSymbols.txt)
[ $# -gt 0 ] || set -- linux-x64 win-x64
for platform in "$@"; do
  case $platform in
    linux-x64|linux-arm64|osx-x64|osx-arm64|win-x64|win-arm64) ;;
    *) echo "unknown platform: $platform" >&2; exit 3 ;;
  esac
  package="$home/policy-language-$platform-$version.vsix"
  if [ -f "$package" ] && [ "$(cat "$package.content" 2>/dev/null)" = "$stamp" ]; then
    echo "$package is up to date"
    continue
  fi
  install_packages
  take_program "$platform"
  # The editor has its own names for two systems. vsce type-checks and bundles first (vscode:prepublish).
  target=${platform/#osx-/darwin-}
  (cd "$extension" && run npx --no-install vsce package --target "${target/#win-/win32-}" --out "$package.new" \
    --no-dependencies --allow-missing-repository --skip-license --no-rewrite-relative-links) || fail "no package was made for $platform"
  mv -f "$package.new" "$package"
  echo "$stamp" >"$package.content"
  echo "$package, $(du -k "$package" | cut -f1) kB"
done
