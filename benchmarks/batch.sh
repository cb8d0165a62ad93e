#!/usr/bin/env bash
# Whole runs of `policy batch`: draws a registry, runs each engine in alternation, prints wall, CPU, peak memory, subjects/s and
# ratios, and compares the result files byte for byte.
# usage: benchmarks/batch.sh [ROWS=100000] [ROUNDS=3] [THREADS=1]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rows=${1:-100000} rounds=${2:-3} threads=${3:-1}
engines=(interpreter columns)

./policy --version
program=$(cd artifacts/policy/current && pwd -P)/policy.dll
folder=$(mktemp -d "${TMPDIR:-/tmp}/policy-batch-XXXXXX")
trap 'rm -rf "$folder"' EXIT
# Compiled code is kept here: the first run of columns compiles, the others find it.
export POLICY_CACHE="$folder/cache"

echo "drawing $rows subjects of each kind"
dotnet "$program" sample policies --rows "$rows" --seed 1 --output "$folder/data" >"$folder/sample.txt"
du -sh "$folder/data" | cut -f 1

# measure FILE COMMAND…: wall seconds, CPU seconds and peak KB into FILE.
measure() {
  local to=$1 pid peak=0 now start end
  shift
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f '%e %U %S %M' -o "$to.time" "$@" >"$to.out" 2>"$to.err"
    awk 'END { print $1, $2 + $3, $4 }' "$to.time" >"$to"
    return
  fi
  # Without it: the high-water mark of the process, read until it exits; CPU from the shell's own count of its children.
  local before after
  before=$(times | awk 'NR == 2 { split($1, u, /[ms]/); split($2, s, /[ms]/); print u[1] * 60 + u[2] + s[1] * 60 + s[2] }')
  start=$(date +%s.%N)
  "$@" >"$to.out" 2>"$to.err" &
  pid=$!
  while now=$(awk '/VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null) && [ -n "$now" ]; do peak=$now; sleep 0.02; done
  wait "$pid"
  end=$(date +%s.%N)
  after=$(times | awk 'NR == 2 { split($1, u, /[ms]/); split($2, s, /[ms]/); print u[1] * 60 + u[2] + s[1] * 60 + s[2] }')
  awk -v a="$start" -v b="$end" -v c="$before" -v d="$after" -v m="$peak" 'BEGIN { printf "%.2f %.2f %d\n", b - a, d - c, m }' >"$to"
}

run() { # ENGINE FILE
  measure "$2" dotnet "$program" batch policies --input "$folder/data" --output "$folder/$1.csv" --engine "$1" --threads "$threads" --date 2024-06-30 --year 2024
}

run columns "$folder/cold"
subjects=$(sed -n 's/^\([0-9][0-9]*\) 个主体.*/\1/p' "$folder/cold.out" | tail -1)
echo "columns, compiling first: $(awk '{ printf "%.2f s wall, %.2f s CPU, %.0f MB", $1, $2, $3 / 1024 }' "$folder/cold")"
printf '\n%-6s %-12s %8s %8s %8s %12s\n' round engine 'wall s' 'CPU s' 'peak MB' subjects/s
for ((round = 1; round <= rounds; round++)); do
  for engine in "${engines[@]}"; do
    run "$engine" "$folder/one"
    cat "$folder/one" >>"$folder/$engine.all"
    awk -v r="$round" -v e="$engine" -v n="$subjects" '{ printf "%-6s %-12s %8.2f %8.2f %8.0f %12.0f\n", r, e, $1, $2, $3 / 1024, n / $1 }' "$folder/one"
  done
  if ! cmp "$folder/interpreter.csv" "$folder/columns.csv"; then
    echo "the results differ" >&2
    exit 1
  fi
done
echo
# The best of each: what disturbs a run only makes it longer.
awk -v n="$subjects" -v t="$threads" '
  { file = FILENAME; if (!(file in wall) || $1 < wall[file]) wall[file] = $1; if (!(file in cpu) || $2 < cpu[file]) cpu[file] = $2; if ($3 > peak[file]) peak[file] = $3 }
  END {
    i = ARGV[1]; c = ARGV[2]
    printf "%d subjects, threads %d, best of each: interpreter / columns = %.2f wall, %.2f CPU, %.2f peak memory\n", n, t, wall[i] / wall[c], cpu[i] / cpu[c], peak[i] / peak[c]
  }' "$folder/interpreter.all" "$folder/columns.all"
echo "the results are equal byte for byte"
