#!/usr/bin/env bash
# Checks .policy files of about 10 MB, one of each shape that ever was slow, and prints for each: wall time, processor time, peak memory.
# usage: benchmarks/large-files.sh [-n RUNS] [-k FOLDER] [SHAPE …]     (default: 3 runs of every shape)
#   -k FOLDER   the files are made there and kept; the findings of each shape are written beside them as SHAPE.txt,
#               so that two versions of the program can be compared with diff -r
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
runs=3 kept=
while getopts n:k: option; do
  case $option in
    n) runs=$OPTARG ;;
    k) kept=$OPTARG ;;
    *) sed -n '2,5s/^# //p' "$0" >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
timer=$(command -v time) || { echo "GNU time was not found (Debian package time)." >&2; exit 3; }
folder=${kept:-$(mktemp -d)}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd -P)
[ -n "$kept" ] || trap 'rm -rf "$folder"' EXIT

# Each shape is a function shape_NAME that writes what stands below the head of a policy.
clause='条款 1 甲\n'
# Writes a text so many times; @ in it becomes 1, 2, 3 …. (split, because gsub in mawk slows down with every call)
repeat() {
  awk -v count="$1" -v text="$2" 'BEGIN {
    parts = split(text, part, "@")
    for (i = 1; i <= count; i++) { printf "%s", part[1]; for (j = 2; j <= parts; j++) printf "%s%s", i, part[j] }
  }'
}

shape_table() { printf "$clause"'  令 比例 =\n    | 研发费用 | 比例 |\n'; repeat 333000 '    | @元 | 1% |\n'; printf '  奖补 = 研发费用 * 比例\n'; }
shape_figures() { printf "$clause"'  依据 「'; repeat 270000 '超过@万元，'; printf '」\n'; repeat 160000 '  条件 研发费用 超过 @万元\n'; printf '  奖补 = 2万元\n'; }
shape_unknown_names() { printf "$clause"; repeat 300000 '  条件 不知名的事@ > 1元\n'; printf '  奖补 = 1元\n'; }
shape_calls() { printf "$clause"; repeat 150000 '  条件 min(研发费用, @元) > max(1元, 营业收入, 2元)\n'; printf '  奖补 = 1元\n'; }
shape_parameters() { repeat 250000 '参数 参数@ : 金额 = @万元\n'; printf "$clause"'  奖补 = 参数1\n'; }
shape_locals() { printf "$clause"; repeat 280000 '  令 数@ = 研发费用 * 2\n'; printf '  奖补 = 数1\n'; }
shape_scopes() { repeat 180000 '范围 企业\n  条 一@\n  依法纳税\n'; printf "$clause"'  奖补 = 1元\n'; }
shape_brackets() {
  local open close
  open=$(printf '(%.0s' {1..50}) close=$(printf ')%.0s' {1..50})
  printf "$clause"; repeat 85000 "  条件 ${open}研发费用$close > @元\n"; printf '  奖补 = 1元\n'
}
shape_examples() { printf "$clause"'  条件 依法纳税\n  奖补 = 1元\n'; repeat 90000 '算例 条款 1 例@\n  已知 依法纳税 = 是; 研发费用 = @元\n  应得 1元\n'; }

write_schema() {
  printf '名录 行业 = [软件业, 制造业, 其他]\n数据 企业\n  主键 代码 : 文本\n  所属行业 : 行业\n  依法纳税 : 是否\n  研发费用 : 金额\n  营业收入 : 金额\n' >"$1"
}

make_shape() {
  local home="$folder/$1"
  [ ! -f "$home/甲.policy" ] && [ ! -d "$home/sources" ] || return 0
  mkdir -p "$home"
  if [ "$1" = repository ]; then
    # The policy of this repository, 113 times: every kind of line in real policies.
    cp -R "$root/policies/schema" "$root/policies/sources" "$root/policies/policy.json" "$home"
    local policy="渝中府办〔2021〕13号.policy" i
    for ((i = 0; i < 113; i++)); do cat "$root/policies/$policy"; done >"$home/$policy"
    return
  fi
  write_schema "$home/企业.policy"
  { printf '政策 测试政策\n  文号 测〔2024〕1号\n  发文机关 测试机关\n  施行日期 2024-01-01\n  级次 区级\n  使用 企业.policy\n'; "shape_$1"; } >"$home/甲.policy"
}

shapes=("$@")
[ ${#shapes[@]} -gt 0 ] || shapes=(repository table figures unknown_names calls parameters locals scopes brackets examples)
"$root/policy" --version >/dev/null
printf '%-14s %6s  %-22s %-22s %s\n' shape MB 'wall s' 'processor s' 'peak MB'
for shape in "${shapes[@]}"; do
  make_shape "$shape"
  wall=() processor=() peak=0
  for ((run = 0; run < runs; run++)); do
    (cd "$folder" && "$timer" -f '%e %U %S %M' -o "$folder/measured" "$root/policy" check "$shape" >"$folder/$shape.txt") || [ $? -eq 1 ]
    read -r elapsed user system memory < <(tail -n 1 "$folder/measured")
    wall+=("$elapsed")
    processor+=("$(awk -v a="$user" -v b="$system" 'BEGIN { printf "%.2f", a + b }')")
    [ $((memory / 1024)) -le "$peak" ] || peak=$((memory / 1024))
  done
  size=$(find "$folder/$shape" -name '*.policy' -exec cat {} + | wc -c | awk '{ printf "%.1f", $1 / 1e6 }')
  printf '%-14s %6s  %-22s %-22s %s\n' "$shape" "$size" "${wall[*]}" "${processor[*]}" "$peak"
done
rm -f "$folder/measured"
