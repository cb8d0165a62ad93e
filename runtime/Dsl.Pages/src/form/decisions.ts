// What an officer fills in on the work list, over all of its pages, until it is sent.
import type { ApiProblem } from '../api/problems';
import type { AwaitedLine, SentLine } from '../api/decisions';
import { faultOf, read } from '../amounts/entered';

/** What was filled in for a row. */
export interface Entry {
  line: AwaitedLine;
  text: string;
  takesBack: boolean;
}

/** Which row it is. */
export const keyOf = (line: AwaitedLine): string => [line.主键, line.文号, line.条款, line.事项行].join('\n');

/** How a row is called where the table is not seen. */
export const nameOf = (line: AwaitedLine): string => [line.名称 || line.主键, `${line.条款} ${line.条款标题}`, line.事项行].filter((part) => part !== '').join('，');

/** Whether something is to be sent. */
export const isFilled = (entry: Entry): boolean => entry.takesBack || entry.text.trim() !== '';

/** What is wrong with the entries, by row. */
export function faultsOf(entries: Entry[]): Map<string, string> {
  const faults = entries.filter((entry) => !entry.takesBack)
    .map((entry): [string, string] => [keyOf(entry.line), faultOf(entry.text, entry.line.最高)]);
  return new Map(faults.filter(([, fault]) => fault !== ''));
}

/** The entries as they are sent; amounts in the writing of the service. */
export const sentOf = (entries: Entry[]): SentLine[] => entries.map(({ line, text, takesBack }) => ({
  主键: line.主键, 文号: line.文号, 条款: line.条款, 事项行: line.事项行, ...(takesBack ? { 撤回: true } : { 金额: read(text) ?? text }),
}));

/** What the service found wrong, by row: it counts the entries from one. */
export function refusedOf(problem: ApiProblem, entries: Entry[]): Map<string, string> {
  const faults = new Map<string, string>();
  for (const { row, message, remedy } of problem.errors) {
    const entry = row === undefined ? undefined : entries[row - 1];
    if (entry) faults.set(keyOf(entry.line), message + remedy);
  }
  return faults;
}
