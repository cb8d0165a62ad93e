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
  (cd "$root" && find "$@" \( -name node_modules -o -path vscode-extension/server -o -path vscode-extension/out \) -prune -o -type f -print0 |
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

# The program for a platform, in a folder of its own; so are its builds: one for ./policy or the tests may run meanwhile.
publish() {
  local project="$root/runtime/Dsl.Cli/Dsl.Cli.csproj" target="$home/server-$1"
  local options=(-r "$1" -p:SelfContained=true --artifacts-path "$home/build" -nodeReuse:false -v:quiet)
  local ahead=(-p:PublishReadyToRun=true)
  [ "$(cat "$target.content" 2>/dev/null)" != "$program" ] || return 0
  # The precompiler is a package of its own; without it the server only starts more slowly.
  run dotnet restore "$project" "${options[@]}" "${ahead[@]}" || ahead=()
  rm -rf "$target" "$target.content"
  run dotnet publish "$project" -c Release "${options[@]}" ${ahead[@]+"${ahead[@]}"} \
    -p:RunAnalyzers=false -p:GenerateDocumentationFile=false -p:DebugType=none -o "$target" || fail "the program was not built for $1"
  # What of the .NET runtime only debuggers, tracers and other garbage collectors use; and DuckDB (up to 70 MB), which only batch needs.
  (cd "$target" && rm -f libduckdb.* duckdb.dll createdump* ./*mscordaccore* ./*mscordbi* ./*clrgc* ./*coreclrtraceptprovider* ./*.pdb ./*.xml Microsoft.DiaSymReader.Native*)
  [ ! -f "$target/policy" ] || chmod 755 "$target/policy"
  echo "$program" >"$target.content"
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
program=$(content compiler runtime Directory.Build.props Directory.Build.targets Directory.Packages.props global.json BannedSymbols.txt)
stamp="$program $(content vscode-extension)"
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
  publish "$platform"
  rm -rf "$extension/server"
  cp -r "$home/server-$platform" "$extension/server"
  # The editor has its own names for two systems. vsce type-checks and bundles first (vscode:prepublish).
  target=${platform/#osx-/darwin-}
  (cd "$extension" && run npx --no-install vsce package --target "${target/#win-/win32-}" --out "$package.new" \
    --no-dependencies --allow-missing-repository --skip-license --no-rewrite-relative-links) || fail "no package was made for $platform"
  mv -f "$package.new" "$package"
  echo "$stamp" >"$package.content"
  echo "$package, $(du -k "$package" | cut -f1) kB"
done
