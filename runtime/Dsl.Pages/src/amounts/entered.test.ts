// Amounts as officers write them.
import { expect, it } from 'vitest';
import { faultOf, read, sum } from './entered';

it('reads every digit, in each unit', () => {
  expect(['120000', '120,000.50', '12万元', '0.123456万元', '１２ 万元', '1.5亿元', '0', '100.5元', '9007199254740993.01', '1.500'].map(read))
    .toEqual(['120000.00', '120000.50', '120000.00', '1234.56', '120000.00', '150000000.00', '0.00', '100.50', '9007199254740993.01', '1.50']);
});

it('takes nothing for an amount that is none', () => {
  expect(['', '-1', '1e5', '0.001', '很多', '12,00', '1.', '.5', '0.1234567万元', '12万'].map(read)).toEqual(Array(10).fill(null));
});

it('looks at the highest, to the fen', () => {
  expect(faultOf('200000.00', '200000.00')).toBe('');
  expect(faultOf('200000.01', '200000.00')).toBe('超过了最高');
  expect(faultOf('20.000001万元', '200000.00')).toBe('超过了最高');
  expect(faultOf('9999999999', '不封顶')).toBe('');
  expect(faultOf('x', '不封顶')).toContain('精确到分');
});

it('adds exactly', () => expect(sum(['0.10', '0.20', '9007199254740993.00'])).toBe('9007199254740993.30'));
