// By how much a value misses a bound, where a condition is one comparison of one fact with one figure.
import type { Condition } from '../api/evaluation';

const Figure = /^(-?[\d,]+(?:\.\d+)?)\s*(亿|万)?\s*([^\d\s]*)$/;
const AtLeast = /^(\S+) (?:不低于|不少于|至少|达到|超过|大于|高于|≥|>=|>) (.+)$/;
const AtMost = /^(\S+) (?:不超过|不高于|不多于|至多|低于|小于|少于|≤|<=|<) (.+)$/;
const Scales: Record<string, bigint> = { 万: 10_000n, 亿: 100_000_000n };
/** So many decimals are kept. */
const Decimals = 8;

/** 差 50人 or 多 50人; empty where the condition says no such thing. */
export function gapOf(condition: Pick<Condition, '条件' | '事实' | '排除'>): string {
  if (condition.排除) return '';
  const least = AtLeast.exec(condition.条件);
  const match = least ?? AtMost.exec(condition.条件);
  const bound = match && read(match[2] ?? '');
  const own = match && read(condition.事实[match[1] ?? ''] ?? '');
  if (!bound || !own || bound.unit !== own.unit) return '';
  const gap = least ? bound.value - own.value : own.value - bound.value;
  return gap < 0n ? '' : `${least ? '差' : '多'} ${written(gap)}${bound.unit}`;
}

function read(text: string): { value: bigint; unit: string } | undefined {
  const match = Figure.exec(text.trim());
  if (!match) return undefined;
  const [whole = '', part = ''] = (match[1] ?? '').replaceAll(',', '').split('.');
  if (part.length > Decimals) return undefined;
  return { value: BigInt(whole + part.padEnd(Decimals, '0')) * (Scales[match[2] ?? ''] ?? 1n), unit: match[3] ?? '' };
}

function written(value: bigint): string {
  const text = String(value).padStart(Decimals + 1, '0');
  const whole = text.slice(0, -Decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const part = text.slice(-Decimals).replace(/0+$/, '');
  return part === '' ? whole : `${whole}.${part}`;
}
