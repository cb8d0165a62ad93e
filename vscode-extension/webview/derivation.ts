// Why and how much: the explanation of a clause as `policy eval --explain` gives it.
import type { ClauseExplanation, ConditionExplanation, UnitExplanation } from '../src/protocol';
import { element, say } from './dom';

/** The derivation; a click on the quotation goes to the clause. */
export function derivation(explanation: ClauseExplanation, openClause: () => void): HTMLElement {
  return element('div', { class: 'derivation' },
    ...explanation.依据.map((quote) => element('blockquote', {}, element('button', { class: 'link', on: { click: openClause } }, `「${quote}」`), explanation.条 && element('span', { class: 'faint' }, ` ${explanation.条}`))),
    ...explanation.计算.map(unit),
    lines(explanation.步骤),
    lines(explanation.还需要, 'need', '→'),
    lines(explanation.说明, 'faint', say('说明', 'Note')));
}

function unit(unit: UnitExplanation): HTMLElement {
  const { 算式: formula, 代入: figures } = unit;
  // A figure alone says all; a table of bands would fill the page.
  const isTold = formula.length > 0 && formula !== figures && !formula.startsWith('|');
  return element('section', {},
    unit.事项行 !== null && element('h2', {}, say(`行 ${unit.事项行}`, `Row ${unit.事项行}`), `：${unit.状态}，${unit.金额}`),
    element('ul', {}, ...unit.条件.map(condition), unit.频次 && condition(unit.频次), ...unit.令.map((text) => element('li', {}, `令 ${text}`))),
    (isTold || figures.length > 0) && element('div', { class: 'formula' }, [isTold && formula, figures.length > 0 && figures].filter(Boolean).join('\n')),
    lines(unit.步骤));
}

function condition(condition: ConditionExplanation): HTMLElement {
  // The mark says that the clause passes here, the word whether what is written holds: an exclusion passes where it does not.
  const passes = condition.成立 === '未知' ? undefined : (condition.成立 === '是') !== condition.排除;
  const facts = Object.entries(condition.事实).map(([name, value]) => `${name} = ${value}`).join('；');
  const label = condition.排除 ? '排除 ' : condition.范围 ? '范围 ' : '';
  return element('li', {},
    element('span', { class: `mark status ${passes === undefined ? 'open' : passes ? 'yes' : 'no'}` }, passes === undefined ? '？' : passes ? '✓' : '✗'),
    `${label}${condition.条件}`, facts.length > 0 && element('span', { class: 'faint' }, `　〔${facts}〕`));
}

function lines(texts: string[], kind = '', mark = ''): HTMLElement | undefined {
  return texts.length === 0 ? undefined : element('ul', { class: kind }, ...texts.map((text) => element('li', {}, mark && `${mark} `, text)));
}
