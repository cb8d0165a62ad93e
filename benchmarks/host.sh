#!/usr/bin/env bash
# The service against peers in the same run, on loopback, as ratios: requests, their times, streams, jobs, reloads.
# usage: benchmarks/host.sh [SECONDS=8] [ROUNDS=3] [ROWS=20000] [RELOADS=500] [LINES=1000000]
#   SECONDS: of each load; ROWS: subjects of the registry; LINES: of the long stream
# Wants wrk (Debian: apt-get install wrk) and node with npm; everything it starts listens on 127.0.0.1 and ends with it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=${1:-8} rounds=${2:-3} rows=${3:-20000} reloads=${4:-500} lines=${5:-1000000}
command -v wrk >/dev/null || { echo "wrk was not found: apt-get install wrk" >&2; exit 2; }

./policy --version >/dev/null
program=$(cd artifacts/policy/current && pwd -P)/policy.dll
load=artifacts/bin/Dsl.HostLoad/release/Dsl.HostLoad.dll
dotnet build benchmarks/Dsl.HostLoad -c Release -v q -nologo >/dev/null
folder=$(mktemp -d "${TMPDIR:-/tmp}/policy-host-XXXXXX")
started=()
trap 'kill "${started[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder"' EXIT
export POLICY_CACHE="$folder/cache"
service=http://127.0.0.1:9000 peer=http://127.0.0.1:8050
cp -R policies "$folder/policies"
facts=policies/sample/一个企业.json

ready() { # URL: waits for what was started last
  for ((i = 0; i < 600; i++)); do
    kill -0 "$last" 2>/dev/null || { echo "ended at once (is the port of $1 taken?):" >&2; cat "$folder/log" >&2; exit 1; }
    ! curl -fs -o /dev/null "$1" || return 0
    sleep 0.1
  done
  echo "$1 does not answer" >&2; exit 1
}
start() { "$@" >"$folder/log" 2>&1 & started+=($!); last=$!; }
stop() { kill "$1"; wait "$1" 2>/dev/null || true; }
median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
serve() { start dotnet "$program" serve "$folder/policies" --data "$folder/data" --urls $service "$@"; server=$last; ready $service/health/ready; }

cat >"$folder/post.lua" <<'L'
local file = io.open(os.getenv("BODY"), "rb")
wrk.method, wrk.body = "POST", file:read("*a")
wrk.headers["Content-Type"] = "application/json"
done = function(summary, latency, requests)
  io.write(string.format("RESULT %.1f %d %d\n", summary.requests / summary.duration * 1e6,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write, summary.errors.timeout))
end
L
rps() { BODY=$facts wrk -t1 -c64 -d"${2:-$seconds}"s -s "$folder/post.lua" "$1" | awk '/^RESULT/ { if ($3 + $4 > 0) print "failed: " $3 ", late: " $4 > "/dev/stderr"; print $2 }'; }

# ── requests against a constant body of the same size
serve
for detail in 状态 全部; do
  # wrk and curl take addresses as they are sent.
  [ $detail = 状态 ] && word=%E7%8A%B6%E6%80%81 || word=%E5%85%A8%E9%83%A8
  curl -fs -H 'Content-Type: application/json' --data-binary @$facts "$service/api/v1/evaluate?detail=$word" >"$folder/$detail.json"
  start dotnet "$load" constant $peer "$folder/$detail.json"; constant=$last; ready $peer/
  # Compiled code is at its best only after some ten thousand calls.
  rps "$service/api/v1/evaluate?detail=$word" 25 >/dev/null; rps $peer/ 5 >/dev/null
  : >"$folder/a"; : >"$folder/b"
  for ((round = 0; round < rounds; round++)); do
    rps "$service/api/v1/evaluate?detail=$word" >>"$folder/a"
    rps $peer/ >>"$folder/b"
  done
  a=$(median <"$folder/a") b=$(median <"$folder/b")
  echo "detail=$detail: $a requests/s, constant body of $(stat -c %s "$folder/$detail.json") bytes $b, ratio $(ratio "$a" "$b")"
  [ $detail != 状态 ] || short=$a
  stop $constant
done

# ── times at half of that rate, idle and while a run is under way
half=$(awk -v r="$short" 'BEGIN { print int(r / 2) }')
read -r p50 p99 failed < <(dotnet "$load" rate "$service/api/v1/evaluate" $facts "$half" $((seconds * 2)))
echo "$half requests/s: median $p50 ms, p99 $p99 ms, p99 / median $(ratio "$p99" "$p50"), failed $failed"
stop $server
dotnet "$program" sample policies --rows "$rows" --seed 5 --output "$folder/registry" >/dev/null
serve --registry "$folder/registry"
job() { # PATH: asks for a job and waits for its end
  local id
  id=$(curl -fs -X POST "$service/api/v1/$1" | sed -n 's/.*"编号":"\([0-9a-f]*\)".*/\1/p')
  while curl -fs "$service/api/v1/$1/$id" >"$folder/job.json" && ! grep -q '"结束时间":"' "$folder/job.json"; do sleep 0.2; done
}
job imports
curl -fs -X POST $service/api/v1/runs >/dev/null
sleep 2
read -r busy50 busy99 failed < <(dotnet "$load" rate "$service/api/v1/evaluate" $facts "$half" $((seconds * 2)))
curl -fs $service/api/v1/runs | grep -q '"状态":"进行中"' || echo "(the run ended before the load: take more ROWS)"
echo "the same beside a run: median $busy50 ms, p99 $busy99 ms, p99 against idle $(ratio "$busy99" "$p99"), failed $failed"
while curl -fs $service/api/v1/runs | grep -q '"状态":"进行中"\|"状态":"等候"'; do sleep 0.5; done

# ── a job against the same by the command line
seconds_of() { node -e 'const j = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log((Date.parse(j["结束时间"]) - Date.parse(j["开始时间"])) / 1000)' "$1"; }
snapshot=$(ls -d "$folder"/data/registries/*/ | head -1)
: >"$folder/a"; : >"$folder/b"
for ((round = 0; round < rounds; round++)); do
  job runs
  seconds_of "$folder/job.json" >>"$folder/a"
  begin=$(date +%s.%N)
  dotnet "$program" batch "$folder/policies" --input "$snapshot" --run "$folder/run$round" --threads $(($(nproc) > 1 ? $(nproc) - 1 : 1)) >/dev/null
  dotnet "$program" merge "$folder/run$round" --output "$folder/run$round.csv" --summary "$folder/run$round.json" >/dev/null
  awk -v a="$begin" -v b="$(date +%s.%N)" 'BEGIN { print b - a }' >>"$folder/b"
done
a=$(median <"$folder/a") b=$(median <"$folder/b")
echo "a run as a job $a s, by the command line $b s, speed $(ratio "$b" "$a")"
stop $server

# ── what the audit costs
: >"$folder/a"; : >"$folder/b"
for ((round = 0; round < rounds; round++)); do
  start dotnet "$load" service "$folder/policies" "$folder/data-without" $service; server=$last; ready $service/health/ready
  rps "$service/api/v1/evaluate" 20 >/dev/null; rps "$service/api/v1/evaluate" >>"$folder/b"
  stop $server
  serve
  rps "$service/api/v1/evaluate" 20 >/dev/null; rps "$service/api/v1/evaluate" >>"$folder/a"
  stop $server
done
a=$(median <"$folder/a") b=$(median <"$folder/b")
echo "with audit $a requests/s, without $b, ratio $(ratio "$a" "$b")"

# ── a stream of subjects against batch over the same main table; memory of a short and a long stream
node - "$folder/registry/企业.csv" "$folder/many.jsonl" <<'J'
const fs = require("fs"), [, , from, to] = process.argv;
const lines = fs.readFileSync(from, "utf8").replace(/^\uFEFF/, "").split("\n").filter(Boolean).map(l => l.replace(/\r$/, "").split(","));
const out = fs.createWriteStream(to);
for (const cells of lines.slice(1))
  out.write(JSON.stringify({ 企业: Object.fromEntries(lines[0].map((h, i) => [h, cells[i]]).filter(([, v]) => v !== "")
    .map(([h, v]) => [h, v === "是" ? true : v === "否" ? false : v])) }) + "\n");
J
mkdir "$folder/main"; cp "$folder/registry/企业.csv" "$folder/main/"
# LINES: sends so many, over again until there are enough, and reads the answers meanwhile; prints lines a second
many() {
  local begin; begin=$(date +%s.%N)
  while cat "$folder/many.jsonl"; do :; done 2>/dev/null | head -n "$1" \
    | curl -fsS -X POST -H 'Content-Type: application/x-ndjson' -T - "$service/api/v1/evaluate/many" | tail -n 1 >"$folder/end" || true
  grep -q "\"行\":$1," "$folder/end" || { echo "the stream ended early:" >&2; cat "$folder/end" >&2; exit 1; }
  awk -v a="$begin" -v b="$(date +%s.%N)" -v n="$1" 'BEGIN { print n / (b - a) }'
}
peak() { awk '/VmHWM/ { print $2 / 1024 }' "/proc/$1/status"; }
: >"$folder/a"; : >"$folder/b"
for ((round = 0; round < rounds; round++)); do
  serve
  many 10000 >/dev/null
  short=$(peak $server)
  many "$rows" >>"$folder/a"
  if ((round == 0)); then
    many "$lines" >/dev/null
    echo "memory after a stream of 10,000: $short MB, of $lines: $(peak $server) MB, ratio $(ratio "$(peak $server)" "$short")"
  fi
  stop $server
  begin=$(date +%s.%N)
  dotnet "$program" batch "$folder/policies" --input "$folder/main" --output "$folder/main.csv" >/dev/null
  awk -v a="$begin" -v b="$(date +%s.%N)" -v n="$rows" 'BEGIN { print n / (b - a) }' >>"$folder/b"
done
a=$(median <"$folder/a") b=$(median <"$folder/b")
echo "a stream $a subjects/s, batch $b, ratio $(ratio "$a" "$b")"

# ── reloads under load
serve
resident() { awk '/VmRSS/ { print $2 / 1024 }' "/proc/$server/status"; }
(BODY=$facts wrk -t1 -c8 -d1800s --timeout 30s -s "$folder/post.lua" "$service/api/v1/evaluate" >"$folder/wrk") & started+=($!); wrk=$!
policy=$(ls "$folder"/policies/*.policy | head -1)
: >"$folder/memory"
for ((i = 1; i <= reloads; i++)); do
  echo "// $i" >>"$policy"
  for ((wait = 0; wait < 300; wait++)); do
    now=$(curl -fs $service/metrics | sed -n 's/^policy_reloads_total{.*outcome="Served".*} \([0-9]*\).*/\1/p')
    [ "${now:-0}" -le "$i" ] || break
    sleep 0.05
  done
  resident >>"$folder/memory"
done
kill -INT $wrk; wait $wrk 2>/dev/null || true
first=$(head -$((reloads / 5)) "$folder/memory" | median) final=$(tail -$((reloads / 5)) "$folder/memory" | median)
echo "$reloads reloads under load: served $now, failed requests $(awk '/^RESULT/ { print $3 " (and " $4 " later than 30 s)" }' "$folder/wrk"), memory of the last fifth $final MB, of the first $first MB, ratio $(ratio "$final" "$first")"
stop $server

# ── decisions in process, beside Publicodes and GoRules ZEN
cp -R benchmarks/peers "$folder/peers"
(cd "$folder/peers" && npm install --no-package-lock --no-audit --no-fund --silent)
node -e '
let seed = 7;
const next = below => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
for (let i = 0; i < 1000; i++)
  console.log(JSON.stringify({ 企业: { 统一社会信用代码: "A" + i, 研发费用: String(next(2000000000) / 100), 研发人员数: String(next(150)) } }));
' >"$folder/subjects.jsonl"
: >"$folder/rules"
for ((round = 0; round < rounds; round++)); do
  dotnet "$load" rules benchmarks/peers "$folder/subjects.jsonl" "$seconds" >>"$folder/rules"
  node "$folder/peers/peers.mjs" "$folder/subjects.jsonl" "$seconds" >>"$folder/rules"
done
[[ $(awk '{ print $3 }' "$folder/rules" | sort -u | wc -l) == 1 ]] || { echo "the engines pay different amounts:"; cat "$folder/rules"; }
of() { awk -v n="$1" '$1 == n { print $2 }' "$folder/rules" | median; }
echo "decisions/s: facts at hand $(of facts), read from JSON $(of json), Publicodes $(of publicodes), ZEN $(of zen-engine);" \
  "from JSON against Publicodes $(ratio "$(of json)" "$(of publicodes)"), against ZEN $(ratio "$(of json)" "$(of zen-engine)")"
