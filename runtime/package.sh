#!/usr/bin/env bash
# Makes the packages for people without an SDK: artifacts/release/policy-<platform>.zip with the program, ./policy, policy.cmd, policies/, 说明.txt
# usage: runtime/package.sh [linux-x64|win-x64|…]   without a platform: linux-x64 and win-x64. A package that is up to date stays.
#        runtime/package.sh --program PLATFORM      the program alone: prints its folder (for vscode-extension/package.sh)
set -euo pipefail
runtime=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(dirname "$runtime")
home="$root/artifacts/release"
log="$home/package.log"
project="$runtime/Dsl.Cli/Dsl.Cli.csproj"

command -v dotnet >/dev/null 2>&1 || { echo "dotnet was not found: the .NET 10 SDK is needed." >&2; exit 3; }
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
mkdir -p "$home"
if [ -z "${HOME:-}" ]; then
  mkdir -p "$root/artifacts/home"
  export HOME="$root/artifacts/home"
fi

# What something is made of, as one hash: times say nothing in a fresh clone.
content() {
  (cd "$root" && find "$@" \( -name node_modules -o -path runtime/Dsl.Pages \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64)
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
  local target="$home/program-$1"
  local options=(-r "$1" -p:SelfContained=true --artifacts-path "$home/build" -nodeReuse:false -v:quiet)
  local ahead=(-p:PublishReadyToRun=true)
  [ "$(cat "$target.content" 2>/dev/null)" != "$program" ] || return 0
  # The precompiler is a package of its own; without it the program only starts more slowly.
  run dotnet restore "$project" "${options[@]}" "${ahead[@]}" || ahead=()
  rm -rf "$target" "$target.content"
  run dotnet publish "$project" -c Release "${options[@]}" ${ahead[@]+"${ahead[@]}"} \
    -p:RunAnalyzers=false -p:GenerateDocumentationFile=false -p:DebugType=none -o "$target" || fail "the program was not built for $1"
  # What of the .NET runtime only debuggers, tracers and other garbage collectors use.
  (cd "$target" && rm -f createdump* ./*mscordaccore* ./*mscordbi* ./*clrgc* ./*coreclrtraceptprovider* ./*.pdb ./*.xml \
    Microsoft.DiaSymReader.Native*)
  [ ! -f "$target/policy" ] || chmod 755 "$target/policy"
  echo "$program" >"$target.content"
}

# A package of the program, the files that start it, the policies as they are under version control, and what to do with them.
pack() {
  local package="$home/policy-$1.zip" folder="$home/policy-$1"
  if [ -f "$package" ] && [ "$(cat "$package.content" 2>/dev/null)" = "$stamp" ]; then
    echo "$package is up to date"
    return 0
  fi
  publish "$1"
  rm -rf "$folder" "$package.content"
  mkdir -p "$folder"
  cp -r "$home/program-$1" "$folder/program"
  [ -z "$pages" ] || cp -r "$root/artifacts/pages" "$folder/program/pages"
  cp "$root/policy" "$root/policy.cmd" "$folder"
  (cd "$root" && git ls-files -z policies | xargs -0 cp --parents -t "$folder") || fail "policies/ was not copied"
  # Notepad of old Windows wants the mark and both characters at the end of a line.
  { printf '\xEF\xBB\xBF'; sed 's/$/\r/' "$runtime/说明.txt"; } >"$folder/说明.txt"
  run dotnet msbuild "$project" -t:ZipFolder "-p:ZippedFolder=$folder" "-p:ZipFile=$package" -nodeReuse:false -v:quiet ||
    fail "$package was not made"
  rm -rf "$folder"
  echo "$stamp" >"$package.content"
  echo "$package, $(du -k "$package" | cut -f1) kB"
}

known() {
  case $1 in
    linux-x64|linux-arm64|osx-x64|osx-arm64|win-x64|win-arm64) ;;
    *) echo "unknown platform: $1" >&2; exit 3 ;;
  esac
}

exec 9>"$home/lock"
if command -v flock >/dev/null 2>&1; then flock 9; fi
: >"$log"
program=$(content compiler runtime Directory.Build.props Directory.Build.targets Directory.Packages.props global.json BannedSymbols.txt)
if [ "${1:-}" = --program ]; then
  known "${2:-}"
  publish "$2"
  echo "$home/program-$2"
  exit 0
fi
# Without npm the service of the package has no pages.
pages=""
if command -v npm >/dev/null 2>&1; then
  "$runtime/Dsl.Pages/build.sh" 9>&- || exit 1
  pages=$(cat "$root/artifacts/pages.content")
fi
stamp="$program $(content policy policy.cmd policies) $pages"
[ $# -gt 0 ] || set -- linux-x64 win-x64
for platform in "$@"; do
  known "$platform"
  pack "$platform"
done
