// Amounts as the service writes them ("300000.00"): read and shown from their digits, never through floating point.

/** In fen. */
const Scales = [{ unit: 10_000_000_000n, word: '亿元' }, { unit: 1_000_000n, word: '万元' }];
const Written = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** An amount in fen. */
export function fen(text: string): bigint {
  const match = Written.exec(text);
  if (!match) throw new Error(`not an amount: ${text}`);
  const [, sign, whole, part = ''] = match;
  const value = BigInt(whole + part.padEnd(2, '0'));
  return sign === '-' ? -value : value;
}

/** The larger amount first. */
export function byAmount(left: string, right: string): number {
  const [a, b] = [fen(left), fen(right)];
  return a === b ? 0 : a > b ? -1 : 1;
}

export const isZero = (text: string): boolean => fen(text) === 0n;

/** What one amount is more than another, as the service would write it. */
export function difference(more: string, less: string): string {
  return written(fen(more) - fen(less));
}

/** In yuan, every digit: 1,234,567.80元. */
export function inYuan(text: string): string {
  const value = fen(text);
  const size = value < 0n ? -value : value;
  const part = size % 100n;
  return `${value < 0n ? '−' : ''}${grouped(size / 100n)}${part === 0n ? '' : `.${String(part).padStart(2, '0')}`}元`;
}

/** In 亿元 or 万元 where that takes no more than two decimals, else in yuan; nothing is rounded. */
export function shown(text: string): string {
  const value = fen(text);
  const size = value < 0n ? -value : value;
  const scale = Scales.find(({ unit }) => size >= unit && size % (unit / 100n) === 0n);
  if (!scale) return inYuan(text);
  const hundredths = size / (scale.unit / 100n);
  const decimals = String(hundredths % 100n).padStart(2, '0').replace(/0+$/, '');
  return `${value < 0n ? '−' : ''}${grouped(hundredths / 100n)}${decimals === '' ? '' : `.${decimals}`}${scale.word}`;
}

/** From a certain amount to the highest that is possible. */
export function range(low: string, high: string | null): string {
  if (high === null) return `${shown(low)} 起，不封顶`;
  return fen(low) === fen(high) ? shown(low) : `${shown(low)} 至 ${shown(high)}`;
}

/** How long a bar is that stands for an amount; for drawing only. */
export const forDrawing = (text: string): number => Number(fen(text)) / 1_000_000;

/** As the service would write it. */
export function written(value: bigint): string {
  const size = value < 0n ? -value : value;
  return `${value < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

function grouped(value: bigint): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
