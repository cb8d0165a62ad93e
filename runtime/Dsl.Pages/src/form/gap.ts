// By how much a value misses a bound, where a part of a condition is one comparison of one fact with one figure.
import type { Condition } from '../api/evaluation';

const LeastWords = ['不低于', '不少于', '至少', '达到', '>=', '≥', '超过', '大于', '高于', '>'];
const MostWords = ['不超过', '不高于', '不多于', '至多', '<=', '≤', '低于', '小于', '少于', '<'];
/** Words that the bound itself does not meet. */
const Strict = ['超过', '大于', '高于', '>', '低于', '小于', '少于', '<'];
const Comparison = new RegExp(`^(\\S+) (?:(${[...LeastWords, ...MostWords].join('|')}) )?(\\S+?)(以上|以下)?$`);
const Figure = /^(-?[\d,]+(?:\.\d+)?)(亿|万)?([^\d\s]*)$/;
const Scales: Record<string, bigint> = { 万: 10_000n, 亿: 100_000_000n };
/** So many decimals are kept. */
const Decimals = 8;

/** 差 50人 or 多 50人, for each part that says so; empty where none does. */
export function gapOf(condition: Pick<Condition, '条件' | '事实' | '排除'>): string {
  if (condition.排除 || condition.条件.includes(' 或 ')) return '';
  return condition.条件.split(' 且 ').map((part) => gapOfPart(part, condition.事实)).filter((gap) => gap !== '').join('；');
}

function gapOfPart(part: string, facts: Record<string, string>): string {
  const [, name = '', word = '', figure = '', suffix = ''] = Comparison.exec(part.trim()) ?? [];
  const isLeast = suffix === '以上' || LeastWords.includes(word);
  if (!isLeast && suffix !== '以下' && !MostWords.includes(word)) return '';
  const bound = read(figure);
  const own = read(facts[name] ?? '');
  if (!bound || !own || bound.unit !== own.unit) return '';
  const gap = isLeast ? bound.value - own.value : own.value - bound.value;
  if (gap === 0n && Strict.includes(word)) return `正好 ${figure}，要${word}`;
  return gap <= 0n ? '' : `${isLeast ? '差' : '多'} ${written(gap, bound.unit)}`;
}

function read(text: string): { value: bigint; unit: string } | undefined {
  const match = Figure.exec(text.replaceAll(' ', ''));
  if (!match) return undefined;
  const [whole = '', part = ''] = (match[1] ?? '').replaceAll(',', '').split('.');
  if (part.length > Decimals) return undefined;
  return { value: BigInt(whole + part.padEnd(Decimals, '0')) * (Scales[match[2] ?? ''] ?? 1n), unit: match[3] ?? '' };
}

/** In 万 where that takes no decimals. */
function written(value: bigint, unit: string): string {
  const tenThousand = 10_000n * 10n ** BigInt(Decimals);
  if (value % tenThousand === 0n) return `${grouped(value / tenThousand)}万${unit}`;
  const text = String(value).padStart(Decimals + 1, '0');
  const part = text.slice(-Decimals).replace(/0+$/, '');
  return `${grouped(BigInt(text.slice(0, -Decimals)))}${part === '' ? '' : `.${part}`}${unit}`;
}

const grouped = (value: bigint): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
