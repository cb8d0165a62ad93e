#!/usr/bin/env bash
# 审核一版草案：检查、版式、算例，以及与旧版的比较；各份报告写进一个文件夹。
#
# 用法：review.sh 旧版文件夹 新版文件夹 报告文件夹 [登记数据]
#   旧版里没有 .policy 文件（第一次起草）时不比较。给了登记数据，再测算两版的差额。
#   环境变量 POLICY 指定程序，缺省为本仓库的 ./policy，再没有则为 PATH 里的 policy。
#
# 报告：check.txt check.sarif fmt.txt test.txt test.xml diff.md summary.md
# 退出码：0 可以进入人工审核（含义有改动不算不通过）；1 检查、版式或算例不通过；2 用法有误或文件无法读取；3 程序内部错误
set -uo pipefail

if [ $# -lt 3 ] || [ $# -gt 4 ]; then
  sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi
base=$1 head=$2 out=$3 input=${4:-}
[ -d "$head" ] || { echo "找不到新版文件夹“$head”。" >&2; exit 2; }
[ -d "$base" ] || { echo "找不到旧版文件夹“$base”。" >&2; exit 2; }
[ -z "$input" ] || [ -e "$input" ] || { echo "找不到登记数据“$input”。" >&2; exit 2; }
mkdir -p "$out" || exit 2
rm -f "$out"/{check.txt,check.sarif,fmt.txt,test.txt,test.xml,diff.md,summary.md}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ -z "${POLICY:-}" ]; then
  POLICY=$here/../../policy
  [ -x "$POLICY" ] || POLICY=policy
fi
command -v "$POLICY" >/dev/null || { echo "找不到程序“$POLICY”，请用环境变量 POLICY 指定。" >&2; exit 2; }

worst=0
lines=()

# 记下一步的结论；退出码 2 以上的，整个审核就是这个退出码。
note() {
  local code=$1 name=$2 good=$3 bad=$4
  if [ "$code" -eq 0 ]; then lines+=("| $name | 通过 | $good |"); else lines+=("| $name | **不通过** | $bad |"); fi
  [ "$code" -le "$worst" ] || worst=$code
}

"$POLICY" check "$head" >"$out/check.txt" 2>&1
checked=$?
"$POLICY" check "$head" --format sarif >"$out/check.sarif"
note "$checked" 检查 "$(tail -n 1 "$out/check.txt")" "$(tail -n 1 "$out/check.txt")见 check.txt"

"$POLICY" fmt "$head" --check >"$out/fmt.txt" 2>&1
note $? 版式 "$(tail -n 1 "$out/fmt.txt")" "$(tail -n 1 "$out/fmt.txt")用 policy fmt 整理，见 fmt.txt"

if [ "$checked" -ne 0 ]; then
  lines+=("| 算例 | 没有做 | 先改正检查出的错误 |" "| 与旧版比较 | 没有做 | 先改正检查出的错误 |")
else
  "$POLICY" test "$head" >"$out/test.txt" 2>&1
  tested=$?
  "$POLICY" test "$head" --format junit >"$out/test.xml"
  note "$tested" 算例 "$(tail -n 1 "$out/test.txt")" "$(tail -n 1 "$out/test.txt")见 test.txt"
  if [ -z "$(find "$base" -name '*.policy' -print -quit)" ]; then
    lines+=("| 与旧版比较 | 没有做 | 没有旧版 |")
  else
    options=(--format markdown --exit-zero)
    [ -z "$input" ] || options+=(--input "$input")
    "$POLICY" diff "$base" "$head" "${options[@]}" >"$out/diff.md" 2>"$out/diff.log"
    compared=$?
    note "$compared" 与旧版比较 "见下" "旧版或登记数据有错误：$(head -n 1 "$out/diff.log")"
    rm -f "$out/diff.log"
  fi
fi

{
  echo "| 项目 | 结论 | 说明 |"
  echo "| --- | --- | --- |"
  printf '%s\n' "${lines[@]}"
  if [ -s "$out/diff.md" ]; then
    echo
    cat "$out/diff.md"
  fi
} >"$out/summary.md"
printf '%s\n' "${lines[@]}" | sed -e 's/^| //; s/ |$//; s/\*\*//g; s/ | /：/; s/ | /，/'
echo "报告在 $out"
exit "$worst"
