// Answers go to their places in the facts, 不清楚 takes them out again.
import { describe, expect, it } from 'vitest';
import type { Question } from '../api/evaluation';
import { answerIn, countFacts, knownFacts, withAnswer } from './facts';

const question = (change: Partial<Question>): Question => ({
  事实: '行业', 主题: '企业', 字段: '行业', 类型: '文本', 可取: null, 可取其他: false, 认定: false, 条款: [], 最多影响: '0.00', 不封顶: 0, 未能排除: false, ...change,
});
const rowsQuestion = question({ 事实: '科技项目', 表: '科技项目', 字段: null, 主键: '项目编号', 类型: '明细' });
const rowQuestion = question({ 事实: '科技项目[P-1].投入', 表: '科技项目', 行: 'P-1', 字段: '投入' });

describe('事实', () => {
  it('主体的事实写在主体里', () => {
    const facts = withAnswer({ 企业: { 代码: 'A1' } }, question({}), { kind: 'value', value: '软件' });
    expect(facts).toEqual({ 企业: { 代码: 'A1', 行业: '软件' } });
    expect(answerIn(facts, question({}))).toEqual({ kind: 'value', value: '软件' });
  });

  it('明细先有行再有值，改动行不丢已经填的', () => {
    let facts = withAnswer({ 企业: {} }, rowsQuestion, { kind: 'rows', keys: ['P-1', 'P-2'] });
    facts = withAnswer(facts, rowQuestion, { kind: 'value', value: '10万元' });
    facts = withAnswer(facts, rowsQuestion, { kind: 'rows', keys: ['P-1'] });
    expect(facts.科技项目).toEqual([{ 项目编号: 'P-1', 投入: '10万元' }]);
    expect(answerIn(facts, rowsQuestion)).toEqual({ kind: 'rows', keys: ['P-1'] });
    expect(withAnswer(facts, rowsQuestion, { kind: 'rows', keys: [] }).科技项目).toEqual([]);
  });

  it('不清楚也是回答，可以改回来', () => {
    const unclear = withAnswer({ 企业: { 行业: '软件' } }, question({}), { kind: 'unclear' });
    expect(unclear).toEqual({ 企业: {}, 不清楚: ['行业'] });
    expect(answerIn(unclear, question({}))).toEqual({ kind: 'unclear' });
    expect(withAnswer(unclear, question({}), { kind: 'value', value: '制造' })).toEqual({ 企业: { 行业: '制造' } });
  });

  it('不改动传入的事实', () => {
    const facts = { 企业: { 代码: 'A1' } };
    withAnswer(facts, question({}), { kind: 'value', value: '软件' });
    expect(facts).toEqual({ 企业: { 代码: 'A1' } });
  });

  it('数得出知道多少', () => {
    const facts = { 企业: { 代码: 'A1', 行业: '软件' }, 科技项目: [{ 项目编号: 'P-1', 投入: '10万元' }], 不清楚: ['已认定'] };
    expect(countFacts(facts)).toBe(4);
    expect(knownFacts(facts).at(-1)).toEqual({ table: '科技项目', row: 'P-1', field: '投入', value: '10万元' });
  });
});
