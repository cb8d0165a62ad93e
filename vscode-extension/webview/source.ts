// The page of the official text: what is quoted is marked, a click opens the clause.
import type { FromSource, ToSource } from '../src/panels/messages';
import type { SourceAnswer } from '../src/protocol';
import { connect, element, say } from './dom';

const header = element('header', {});
const main = element('main', {});
document.body.append(header, main);

/** For each block: the parts of the text and the badges that belong to it. */
let parts: HTMLElement[][] = [];
let selected: number | undefined;

const send = connect<FromSource, ToSource>((message) => {
  switch (message.kind) {
    case 'answer':
      return show(message.answer);
    case 'failure':
      return main.replaceChildren(element('div', { class: 'notice' }, message.text));
    case 'select':
      return select(message.block, message.scroll);
  }
});
send({ kind: 'ready' });

function show(answer: SourceAnswer): void {
  const top = document.documentElement.scrollTop;
  parts = answer.blocks.map(() => []);
  if (answer.problem) {
    header.replaceChildren();
    main.replaceChildren(element('div', { class: 'notice' }, answer.problem));
    return;
  }
  const sentences = answer.parts.filter((part) => part.role === 'sentence');
  const quoted = sentences.filter((part) => part.share !== 'none').length;
  header.replaceChildren(
    element('b', {}, answer.title),
    element('span', { class: 'faint' }, say(`${sentences.length} 句中 ${quoted} 句被引用`, `${quoted} of ${sentences.length} sentences are quoted`)),
    element('span', { class: 'legend faint' },
      element('span', { class: 'quoted' }, say('条款引用的', 'quoted')),
      element('span', { class: 'unquoted' }, say('没有引用的', 'not quoted'))),
    ...(answer.notFound.length === 0 ? [] : [element('span', { class: 'notice' }, say(`${answer.notFound.length} 处引文在原文里没有找到`, `${answer.notFound.length} quotations do not stand in the text`))]));
  main.replaceChildren(...paragraphs(answer));
  document.documentElement.scrollTop = top;
  select(selected, false);
}

function* paragraphs(answer: SourceAnswer): Iterable<HTMLElement> {
  for (let start = 0; start < answer.text.length;) {
    const line = answer.text.indexOf('\n', start);
    const end = line < 0 ? answer.text.length : line;
    if (answer.text.slice(start, end).trim().length > 0) yield paragraph(answer, start, end);
    start = end + 1;
  }
}

function paragraph(answer: SourceAnswer, start: number, end: number): HTMLElement {
  const within = <Part extends { start: number; end: number }>(all: Part[]): Part[] => all.filter((part) => part.start < end && part.end > start);
  const [stretches, roles, figures] = [within(answer.stretches), within(answer.parts), within(answer.figures)];
  // The text is cut wherever something begins or ends; each piece then knows all that covers it.
  const cuts = [...new Set([start, end, ...[...stretches, ...roles, ...figures].flatMap((part) => [part.start, part.end])])].filter((cut) => cut >= start && cut <= end).sort((left, right) => left - right);
  const pieces = cuts.slice(0, -1).map((cut, index) => piece(answer, cut, cuts[index + 1]!, stretches, roles, figures));
  const blocks = [...new Set(stretches.map((stretch) => stretch.block))].sort((left, right) => left - right);
  const badges = blocks.map((block) => {
    const badge = element('button', { title: answer.blocks[block]!.label, on: { click: () => open(block) } }, answer.blocks[block]!.number || answer.blocks[block]!.label);
    parts[block]!.push(badge);
    return badge;
  });
  const isHeading = roles.length > 0 && roles.every((part) => part.role === 'heading');
  return element('p', { class: isHeading ? 'heading' : '' }, ...pieces, badges.length > 0 && element('span', { class: 'badges' }, ...badges));
}

function piece(
  answer: SourceAnswer, start: number, end: number, stretches: SourceAnswer['stretches'], roles: SourceAnswer['parts'], figures: SourceAnswer['figures'],
): Node {
  const covers = (part: { start: number; end: number }): boolean => part.start <= start && part.end >= end;
  const text = answer.text.slice(start, end);
  const own = stretches.filter(covers).sort((left, right) => left.end - left.start - (right.end - right.start));
  const role = roles.find(covers);
  const figure = figures.find(covers);
  const classes = [
    own.length > 0 && 'quoted',
    own.length === 0 && role?.role === 'sentence' && 'unquoted',
    role?.role === 'departments' && 'departments',
    figure && `figure ${figure.use}`,
  ].filter(Boolean).join(' ');
  if (classes.length === 0) return document.createTextNode(text);
  const labels = own.map((stretch) => answer.blocks[stretch.block]!.label).join('、');
  const made = element('span', {
    class: classes,
    title: labels || (role?.role === 'sentence' ? say('没有条款引用；双击打开原文件', 'No clause quotes it; double click opens the file') : ''),
    on: own[0] ? { click: () => open(own[0]!.block) } : { dblclick: () => send({ kind: 'openText', offset: start }) },
  }, text);
  for (const stretch of own) parts[stretch.block]!.push(made);
  return made;
}

function open(block: number): void {
  select(block, false);
  send({ kind: 'open', block });
}

function select(block: number | undefined, scroll: boolean): void {
  for (const part of main.querySelectorAll('.selected')) part.classList.remove('selected');
  selected = block;
  const own = block === undefined ? [] : parts[block] ?? [];
  for (const part of own) part.classList.add('selected');
  const first = own.find((part) => part.classList.contains('quoted'));
  if (scroll && first) first.scrollIntoView({ block: 'center', behavior: 'auto' });
}
