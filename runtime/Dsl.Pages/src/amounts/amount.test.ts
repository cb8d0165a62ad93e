// Amounts keep every digit, whatever their size.
import { describe, expect, it } from 'vitest';
import { byAmount, difference, fen, inYuan, range, shown } from './amount';

describe('金额', () => {
  it('一分不差', () => {
    expect(fen('90071992547409930.07')).toBe(9007199254740993007n);
    expect(inYuan('90071992547409930.07')).toBe('90,071,992,547,409,930.07元');
    expect(difference('0.30', '0.10')).toBe('0.20');
    expect(difference('0.10', '0.30')).toBe('-0.20');
  });

  it.each([
    ['0.00', '0元'], ['9999.99', '9,999.99元'], ['10000.00', '1万元'], ['12345.00', '12,345元'], ['1234500.00', '123.45万元'],
    ['300000.00', '30万元'], ['123400000000.00', '1,234亿元'], ['132000000.00', '1.32亿元'], ['123456000.00', '12,345.6万元'], ['-50000.00', '−5万元'], ['100.5', '100.50元'],
  ])('%s 写成 %s', (text, wanted) => expect(shown(text)).toBe(wanted));

  it('写出范围', () => {
    expect(range('300000.00', '300000.00')).toBe('30万元');
    expect(range('0.00', '500000.00')).toBe('0元 至 50万元');
    expect(range('0.00', null)).toBe('0元 起，不封顶');
  });

  it('按大小排列', () => expect(['9.00', '10.00', '-1.00'].sort(byAmount)).toEqual(['10.00', '9.00', '-1.00']));

  it('不是金额的说出来', () => expect(() => fen('1e5')).toThrow());
});
