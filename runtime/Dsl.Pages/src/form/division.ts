// How figures of a run are added and where one goes from them.
import type { DividedClause, GroupLine } from '../api/inspection';
import { fen, written } from '../amounts/amount';

/** The departments of a clause as the summary of a run names them. */
export const leadOf = (clause: DividedClause): string => (clause.牵头.length === 0 ? '（未写明）' : clause.牵头.join('、'));

/** The sum of lines, exactly. */
export const sumOf = (lines: GroupLine[], which: '金额' | '最高'): string =>
  written(lines.reduce((sum, line) => sum + fen(line[which]), 0n));

type Part = Partial<Record<'status' | 'by' | 'value' | 'why' | 'text', string | undefined>>;

/** The address of a clause of a run, or of a part of its subjects. */
export const clausePlace = (run: string, clause: { 文号: string; 条款: string }, part: Part = {}) => ({
  path: `/officer/runs/${run}/clause`,
  query: { policy: clause.文号, clause: clause.条款, ...part },
});
