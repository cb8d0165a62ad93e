// The facts of one subject while it is asked: answers put in their places, taken out again. Nothing is kept beyond the page.
import type { Facts, Question, Row } from '../api/evaluation';

const Unclear = '不清楚';

/** What was said to a question. */
export type Answer = { kind: 'value'; value: string } | { kind: 'rows'; keys: string[] } | { kind: 'unclear' };

/** Facts are JSON; what the page watches is no plain object, so that structuredClone refuses it. */
export const copyOf = (facts: Facts): Facts => JSON.parse(JSON.stringify(facts)) as Facts;

/** The kind of subject of facts: the only member that is an object of fields. */
export function subjectOf(facts: Facts): string {
  return Object.keys(facts).find((name) => isRow(facts[name]) && name !== '参数') ?? '企业';
}

/** Facts with an answer in its place. */
export function withAnswer(facts: Facts, question: Question, answer: Answer): Facts {
  const next = copyOf(facts);
  const unclear = new Set((next[Unclear] as string[] | undefined) ?? []);
  unclear.delete(question.事实);
  if (answer.kind === 'unclear') {
    unclear.add(question.事实);
    take(next, question);
  } else if (answer.kind === 'rows') {
    next[question.表 ?? ''] = rows(next, question, answer.keys);
  } else {
    put(next, question, answer.value);
  }
  if (unclear.size > 0) next[Unclear] = [...unclear];
  else delete next[Unclear];
  return next;
}

/** What facts say to a question already; undefined for nothing. */
export function answerIn(facts: Facts, question: Question): Answer | undefined {
  if (((facts[Unclear] as string[] | undefined) ?? []).includes(question.事实)) return { kind: 'unclear' };
  if (question.字段 === null) {
    const table = facts[question.表 ?? ''] as Row[] | undefined;
    return table && { kind: 'rows', keys: table.map((row) => (question.主键 ? row[question.主键] : undefined) ?? '') };
  }
  const value = place(facts, question)?.[question.字段];
  return value === undefined || value === '' ? undefined : { kind: 'value', value: String(value) };
}

/** A fact that is known, with the place where it stands. */
export interface KnownFact {
  table: string;
  row: string;
  field: string;
  value: string;
}

/** Everything that is known. */
export function knownFacts(facts: Facts): KnownFact[] {
  const known: KnownFact[] = [];
  for (const [table, content] of Object.entries(facts)) {
    if (table === Unclear) continue;
    if (isRow(content)) add(table, '', content);
    else if (Array.isArray(content)) content.forEach((row: Row, index) => add(table, Object.values(row)[0] ?? String(index + 1), row));
  }
  return known;

  function add(table: string, row: string, fields: Row): void {
    for (const [field, value] of Object.entries(fields)) known.push({ table, row, field, value: String(value) });
  }
}

/** How many facts are known; rows of details count field by field. */
export const countFacts = (facts: Facts): number => knownFacts(facts).length;

function isRow(content: unknown): content is Row {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

function rows(facts: Facts, question: Question, keys: string[]): Row[] {
  const old = (facts[question.表 ?? ''] as Row[] | undefined) ?? [];
  return keys.map((key, index) => {
    const same = question.主键 ? old.find((row) => row[question.主键 ?? ''] === key) : old[index];
    return same ?? (question.主键 ? { [question.主键]: key } : {});
  });
}

function place(facts: Facts, question: Question): Row | undefined {
  if (question.表 === undefined) return facts[subjectOf(facts)] as Row | undefined;
  const table = facts[question.表] as Row[] | undefined;
  // The key of a row stands first in it; rows without one are numbered.
  return table?.find((row) => Object.values(row)[0] === question.行) ?? table?.[Number(question.行) - 1];
}

function put(facts: Facts, question: Question, value: string): void {
  const row = place(facts, question);
  if (row && question.字段) row[question.字段] = value;
}

function take(facts: Facts, question: Question): void {
  if (question.字段 === null) {
    delete facts[question.表 ?? ''];
    return;
  }
  const row = place(facts, question);
  if (row) delete row[question.字段];
}
