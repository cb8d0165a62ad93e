// Quotations are found in the document whatever its line breaks; joined, the pieces are the document.
import { describe, expect, it } from 'vitest';
import { piecesOf } from './quotations';

const text = '第一条　奖励。\n给予10万元\n奖励，最高不超过\n50万元。\n第二条　附则。';

describe('原文里的引文', () => {
  it('跨行的引文找得到', () => {
    const pieces = piecesOf(text, [{ 条款: '1', 原文: ['给予10万元奖励', '最高不超过50万元'] }]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.clauses.length > 0)).toEqual([
      { text: '给予10万元\n奖励', clauses: ['1'], starts: ['1'] }, { text: '最高不超过\n50万元', clauses: ['1'], starts: [] },
    ]);
  });

  it('几个条款引同一句、部分重叠', () => {
    const pieces = piecesOf(text, [{ 条款: '1', 原文: ['给予10万元奖励'] }, { 条款: '2', 原文: ['10万元'] }]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.find((piece) => piece.text === '10万元')?.clauses).toEqual(['1', '2']);
  });

  it('找不到的不标', () => {
    expect(piecesOf(text, [{ 条款: '1', 原文: ['没有这句', ''] }])).toEqual([{ text, clauses: [], starts: [] }]);
    expect(piecesOf('', [])).toEqual([]);
  });
});
