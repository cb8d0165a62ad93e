// The page of 试算: result on top, form, derivation, and the award against one fact.
import type { CurveWish, FromTryOut, ToTryOut } from '../src/panels/messages';
import type { CurveAnswer, Facts, FormField, FormTable, TryOutAnswer, TryOutResult } from '../src/protocol';
import { chart } from './chart';
import { derivation } from './derivation';
import { connect, element, say } from './dom';
import { Form, withUnit } from './form';

const pauseAfterTyping = 120;

let facts: Facts = {};
let tables: FormTable[] = [];
let shape = '';
let revision = 0;
let wish: CurveWish | undefined;
let drawn: CurveAnswer | undefined;
let timer: number | undefined;

const header = element('header', {});
const notice = element('div', {});
const reasons = element('div', {});
const drawing = element('div', {});
const chartTools = element('div', { class: 'tools' });
const chartPart = element('div', { class: 'chart' }, element('h2', {}, say('金额随一个事实的变化', 'The Amount against One Fact')), chartTools, drawing);
const form = new Form(() => {
  revision++;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => send({ kind: 'facts', facts, revision }), pauseAfterTyping);
  // Rows come and go: the axes of the chart follow.
  drawChartTools();
});
chartPart.hidden = true;
document.body.append(header, notice, element('main', {}, form.root, element('div', {}, reasons, chartPart)));

const send = connect<FromTryOut, ToTryOut>((message) => {
  // Something newer was typed meanwhile; its answer is on the way.
  if (message.revision < revision && !(message.kind === 'answer' && message.isNew)) return;
  switch (message.kind) {
    case 'answer':
      return show(message.answer, message.isNew);
    case 'failure':
      return warn(message.text);
    case 'curve':
      drawn = message.answer;
      drawing.replaceChildren(chart(message.answer, (range) => send({ kind: 'reveal', range })));
      drawChartTools();
  }
});
send({ kind: 'ready' });

function warn(text: string): void {
  notice.replaceChildren(...(text.length > 0 ? [element('div', { class: 'notice' }, text)] : []));
  header.classList.toggle('stale', text.length > 0);
  reasons.classList.toggle('stale', text.length > 0);
}

function show(answer: TryOutAnswer, isNew: boolean): void {
  if (isNew) {
    revision = 0;
    wish = undefined;
    drawing.replaceChildren();
    reasons.replaceChildren();
    header.replaceChildren();
  }
  if (answer.problem || !answer.form) {
    if (isNew) {
      form.root.replaceChildren();
      shape = '';
    }
    chartPart.hidden = isNew;
    return warn(answer.problem ?? '');
  }
  if (isNew) facts = answer.facts;
  // What the clause is about comes first, the dates last.
  tables = [...answer.form.filter((table) => table.isEach), ...answer.form.filter((table) => !table.isEach && table.name !== ''), ...answer.form.filter((table) => table.name === '')];
  const newShape = JSON.stringify(tables);
  if (isNew || newShape !== shape) form.show(tables, facts);
  shape = newShape;
  warn(form.mark(answer.findings, answer.read).join('\n'));
  header.replaceChildren(...head(answer));
  if (answer.result) reasons.replaceChildren(derivation(answer.result.explanation, () => send({ kind: 'revealClause' })));
  reasons.classList.toggle('stale', !answer.result);
  drawChartTools();
}

function head(answer: TryOutAnswer): HTMLElement[] {
  const start = element('select', { title: say('用算例的事实填表', 'Fill the form from a worked example'), on: { change: () => {
    const chosen = answer.examples[Number(start.value)];
    send({ kind: 'start', facts: start.value === 'empty' ? {} : chosen?.facts });
  } } },
  element('option', { attributes: { value: '' } }, say('填入…', 'Fill in…')),
  ...answer.examples.map((example, index) => element('option', { attributes: { value: String(index) } }, example.title || say(`算例 ${index + 1}`, `example ${index + 1}`))),
  element('option', { attributes: { value: 'empty' } }, say('（空表）', '(empty form)')));
  return [
    element('h1', {}, element('button', { class: 'link', on: { click: () => send({ kind: 'revealClause' }) } }, `条款 ${answer.number}`), ` ${answer.title}`),
    result(answer.result),
    element('div', { class: 'tools' }, start,
      element('button', { on: { click: () => send({ kind: 'writeExample' }) } }, say('写成算例', 'Write as a worked example')),
      element('button', { on: { click: () => send({ kind: 'copy' }) } }, say('复制事实', 'Copy the facts'))),
  ];
}

function result(result: TryOutResult | undefined): HTMLElement {
  if (!result) return element('div', { class: 'result stale' }, element('span', { class: 'amount' }, '—'));
  const kind = result.status === '符合' ? 'yes' : ['资料不全', '待核定'].includes(result.status) ? 'open' : 'no';
  return element('div', { class: 'result', attributes: { 'aria-live': 'polite' } }, element('span', { class: `status ${kind}` }, result.status), element('span', { class: 'amount' }, result.amount));
}

interface Axis { label: string; field: FormField; row?: number }

function axes(): Axis[] {
  return tables.flatMap((table) => table.fields.filter((field) => field.axis !== undefined).flatMap((field): Axis[] => {
    if (!table.isRows) return [{ label: field.name, field }];
    const count = Array.isArray(facts[table.name]) ? (facts[table.name] as unknown[]).length : 0;
    return Array.from({ length: count }, (_, row) => ({ label: count > 1 ? say(`${field.name}（第 ${row + 1} 行）`, `${field.name} (row ${row + 1})`) : field.name, field, row }));
  }));
}

function drawChartTools(): void {
  const all = axes();
  chartPart.hidden = all.length === 0;
  const isOf = (axis: Axis): boolean => axis.field.axis === wish?.axis && axis.row === wish?.row;
  if (wish && !all.some(isOf)) ask(undefined);
  const select = element('select', { on: { change: () => {
    const axis = all[Number(select.value)];
    ask(axis && { axis: axis.field.axis!, row: axis.row });
    drawChartTools();
  } } },
  element('option', { attributes: { value: '' } }, say('选一个事实…', 'Choose a fact…')),
  ...all.map((axis, index) => element('option', { attributes: { value: String(index) } }, axis.label)));
  select.value = wish ? String(all.findIndex(isOf)) : '';
  // The ends are typed as in the form, a bare figure in the unit of the axis; where nothing is typed the server chooses a stretch in which something
  // happens. What is shown is the stretch that is drawn, as the server read it.
  const counts = ['amount', 'number'].includes(all.find(isOf)?.field.kind ?? '');
  const end = (name: 'from' | 'to', label: string): HTMLElement => {
    const input = element('input', { attributes: { size: '10', 'aria-label': label }, on: { change: () => ask(wish && { ...wish, [name]: withUnit(input.value.trim(), counts ? drawn?.unit ?? '' : '') || undefined }) } });
    input.value = (drawn && !drawn.problem ? drawn[name] : undefined) ?? wish?.[name] ?? '';
    return element('label', {}, `${label} `, input);
  };
  if (!chartTools.contains(document.activeElement)) chartTools.replaceChildren(select, ...(wish ? [end('from', say('从', 'from')), end('to', say('到', 'to'))] : []));
  else if (document.activeElement?.tagName === 'SELECT') {
    chartTools.replaceChildren(select, ...(wish ? [end('from', say('从', 'from')), end('to', say('到', 'to'))] : []));
    select.focus();
  }
}

function ask(wanted: CurveWish | undefined): void {
  if (wanted?.axis !== wish?.axis || wanted?.row !== wish?.row) drawn = undefined;
  wish = wanted;
  if (!wanted) drawing.replaceChildren();
  send({ kind: 'curve', wish: wanted, revision });
}
