// Amounts as officers write them: 120000, 120,000.50元, 12万元. Read from their digits; what is no exact amount is none.
import { fen, written } from './amount';

const Entered = /^(\d{1,16}|\d{1,3}(?:,\d{3}){1,5})(?:\.(\d{1,10}))?(元|万元|亿元)?$/;
const Decimals: Record<string, number> = { 元: 2, 万元: 6, 亿元: 10 };

/** The amount as the service writes it ("120000.00"); null where it is none, or no whole number of fen. */
export function read(text: string): string | null {
  const match = Entered.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (!match) return null;
  const [, whole = '', part = '', unit = '元'] = match;
  const places = Decimals[unit] ?? 2;
  const beyond = part.slice(places);
  if (/[1-9]/.test(beyond)) return null;
  return written(BigInt(whole.replaceAll(',', '') + part.slice(0, places).padEnd(places, '0')));
}

/** What keeps an amount from being entered; empty where nothing does. */
export function faultOf(text: string, highest: string): string {
  const amount = read(text);
  if (amount === null) return '要写不小于 0、精确到分的金额，如 120000、120000.50 或 12万元';
  return highest !== '不封顶' && fen(amount) > fen(highest) ? '超过了最高' : '';
}

/** The sum of amounts. */
export const sum = (amounts: string[]): string => written(amounts.reduce((total, amount) => total + fen(amount), 0n));
