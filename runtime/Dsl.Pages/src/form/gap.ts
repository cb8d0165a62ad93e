// By how much a value misses a bound: read from the figures of a condition, which stand on both sides of its sign.
import type { Condition } from '../api/evaluation';

const Comparison = /^(.+) ([≥>≤<]) (.+)$/;
const Figure = /^(-?[\d,]+(?:\.\d+)?)(万亿|亿|万)?([^\d\s（）]*)$/;
const Scales: Record<string, bigint> = { 万: 10_000n, 亿: 100_000_000n, 万亿: 1_000_000_000_000n };
/** Words for what the bound itself does not meet. */
const Strict: Record<string, string> = { '>': '超过', '<': '低于' };
const Turned: Record<string, string> = { '≥': '≤', '>': '<', '≤': '≥', '<': '>' };
/** So many decimals are kept. */
const Decimals = 8;

/** 差 50人 or 多 50人, for each part of 且 that misses; empty where it cannot be said. */
export function gapOf(condition: Pick<Condition, '条件' | '代入' | '排除'>): string {
  if (condition.排除 || / 或 |非 /.test(condition.代入)) return '';
  // A bound that is written first is one all the same: 30% < 比率.
  const isTurned = /^-?\d/.test(condition.条件);
  return condition.代入.split(' 且 ').map((part) => gapOfPart(part, isTurned)).filter((gap) => gap !== '').join('；');
}

function gapOfPart(part: string, isTurned: boolean): string {
  const [, left = '', written = '', right = ''] = Comparison.exec(part.trim()) ?? [];
  const sign = isTurned ? Turned[written] ?? '' : written;
  const own = read(valueOf(isTurned ? right : left));
  const bound = read(valueOf(isTurned ? left : right));
  if (!bound || !own || bound.unit !== own.unit) return '';
  const isLeast = sign === '≥' || sign === '>';
  const gap = isLeast ? bound.value - own.value : own.value - bound.value;
  if (gap === 0n && sign in Strict) return `正好 ${valueOf(isTurned ? left : right)}，要${Strict[sign]}`;
  return gap <= 0n ? '' : `${isLeast ? '差' : '多'} ${inUnit(gap, bound.unit)}`;
}

/** What a side comes to: 20人 ÷ 100人 = 20% is 20%. */
const valueOf = (side: string): string => side.split(' = ').at(-1)?.trim() ?? '';

function read(text: string): { value: bigint; unit: string } | undefined {
  const match = Figure.exec(text.replaceAll(' ', '').replace('−', '-'));
  if (!match) return undefined;
  const [whole = '', part = ''] = (match[1] ?? '').replaceAll(',', '').split('.');
  if (part.length > Decimals) return undefined;
  return { value: BigInt(whole + part.padEnd(Decimals, '0')) * (Scales[match[2] ?? ''] ?? 1n), unit: match[3] ?? '' };
}

/** In 万 where that takes no decimals. */
function inUnit(value: bigint, unit: string): string {
  const tenThousand = 10_000n * 10n ** BigInt(Decimals);
  if (value % tenThousand === 0n) return `${grouped(value / tenThousand)}万${unit}`;
  const text = String(value).padStart(Decimals + 1, '0');
  const part = text.slice(-Decimals).replace(/0+$/, '');
  return `${grouped(BigInt(text.slice(0, -Decimals)))}${part === '' ? '' : `.${part}`}${unit}`;
}

const grouped = (value: bigint): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
