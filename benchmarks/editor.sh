#!/usr/bin/env bash
# Time that a drafter waits in files of three lengths: about 270 lines, the largest policy, and the same with its clauses five times (11,400 lines).
# usage: benchmarks/editor.sh [-n CHANGES] [-r ROUNDS] SERVER [OTHER]     SERVER, OTHER: policy.dll of a release build; they take turns
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
changes=100 rounds=2
while getopts n:r: option; do
  case $option in
    n) changes=$OPTARG ;;
    r) rounds=$OPTARG ;;
    *) sed -n '2,3s/^# //p' "$0" >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
latency="$root/artifacts/bin/Dsl.EditorLatency/release/Dsl.EditorLatency.dll"
[ -f "$latency" ] || dotnet build "$root/benchmarks/Dsl.EditorLatency" -c Release -v q -nologo
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
file="渝中府办〔2021〕13号.policy"
for length in short whole long; do cp -R "$root/policies" "$folder/$length"; done

# Up to the last clause that begins within 300 lines.
awk '/^条款 |^\/\/ ──/ && NR <= 300 { last = NR } { line[NR] = $0 } END { for (i = 1; i < last; i++) print line[i] }' "$root/policies/$file" >"$folder/short/$file"
# Every copy has numbers of its own; 参数 stand once.
awk '{ line[NR] = $0 } !body && /^条款 / { body = NR }
  END {
    for (i = 1; i < body; i++) print line[i]
    for (copy = 0; copy < 5; copy++) {
      skip = 0
      for (i = body; i <= NR; i++) {
        text = line[i]
        if (text ~ /^[^ \t]/) skip = copy > 0 && text ~ /^参数 /
        if (skip) continue
        if (copy > 0 && text ~ /^ *适用条款/) gsub(/附?[0-9][0-9.]*/, copy "0&", text)
        else if (copy > 0 && text !~ /^ *(依据|落实)/) gsub(/(条款|目标|资金池|义务|程序) /, "&" copy "0", text)
        print text
      }
    }
  }' "$root/policies/$file" >"$folder/long/$file"

for ((round = 1; round <= rounds; round++)); do
  for length in short whole long; do
    for server in "$@"; do
      echo "── $server"
      dotnet "$latency" "$server" "$folder/$length" "$file" "$changes"
    done
  done
done
