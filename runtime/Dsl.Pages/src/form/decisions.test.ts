// What is filled in on the work list.
import { expect, it } from 'vitest';
import { ApiProblem } from '../api/problems';
import type { AwaitedLine } from '../api/decisions';
import { faultsOf, isFilled, keyOf, nameOf, refusedOf, sentOf, type Entry } from './decisions';

const line = (key: string): AwaitedLine => ({
  主键: key, 名称: '', 文号: '测府〔2024〕1号', 条款: '2', 条款标题: '补助', 事项行: '', 年度: 2024, 最高: '200000.00', 等待: '', 备注: '', 校验: '', 已核定: null,
});
const entry = (key: string, text: string, takesBack = false): Entry => ({ line: line(key), text, takesBack });

it('sends exact amounts, and what is taken back without one', () => {
  expect(sentOf([entry('A1', ' 12万元'), entry('A2', '', true)]))
    .toEqual([{ 主键: 'A1', 文号: '测府〔2024〕1号', 条款: '2', 事项行: '', 金额: '120000.00' }, { 主键: 'A2', 文号: '测府〔2024〕1号', 条款: '2', 事项行: '', 撤回: true }]);
  expect([entry('A1', ' '), entry('A1', '0'), entry('A1', '', true)].map(isFilled)).toEqual([false, true, true]);
});

it('shows each fault at its row', () => {
  const entries = [entry('A1', '200000.01'), entry('A2', '1'), entry('A3', 'x', true)];
  expect([...faultsOf(entries)]).toEqual([[keyOf(line('A1')), '超过了最高']]);
  const problem = new ApiProblem(422, '', '', 'DSL6090', [{ code: 'DSL6091', message: '没有这一项。', remedy: '请核对。', row: 2 }]);
  expect([...refusedOf(problem, entries)]).toEqual([[keyOf(line('A2')), '没有这一项。请核对。']]);
  expect(nameOf(line('A2'))).toBe('A2，2 补助');
});
