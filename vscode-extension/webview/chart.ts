// The award against one fact: what is due (金额), what may be due at most (最高), and where something changes.
import type { CurveAnswer } from '../src/protocol';
import type { Range } from 'vscode-languageclient';
import { element, say, shape } from './dom';

const [width, height, left, right, top, bottom] = [720, 300, 64, 16, 34, 40];

/** A drawing. A click on a mark goes to its place in the policy. */
export function chart(answer: CurveAnswer, open: (range: Range) => void): HTMLElement {
  if (answer.problem) return element('div', { class: 'notice' }, answer.problem);
  const { points } = answer;
  if (points.length === 0) return element('div', { class: 'notice' }, say('没有可画的。', 'There is nothing to draw.'));
  const [from, to] = [points[0]!.x, points.at(-1)!.x];
  const most = Math.max(...points.map((point) => Math.max(point.low, point.high ?? point.low)), 0) || 1;
  const steps = ticks(0, most * 1.08);
  const limit = Math.max(steps.at(-1)!, most * 1.08);
  const across = (x: number): number => left + ((x - from) / (to - from || 1)) * (width - left - right);
  const up = (y: number): number => height - bottom - (y / limit) * (height - top - bottom);
  const line = (of: (point: CurveAnswer['points'][number]) => number): string => points.map((point, index) => `${index === 0 ? 'M' : 'L'}${across(point.x).toFixed(2)} ${up(of(point)).toFixed(2)}`).join('');
  const high = (point: CurveAnswer['points'][number]): number => point.high ?? limit;
  const isOpen = points.some((point) => point.high !== point.low);

  const drawing = shape('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': say(`金额随 ${answer.label} 的变化`, `The amount against ${answer.label}`) });
  for (const y of steps) {
    drawing.append(shape('line', { class: 'grid', x1: left, x2: width - right, y1: up(y), y2: up(y) }), shape('text', { x: left - 6, y: up(y) + 4, 'text-anchor': 'end' }, figure(y)));
  }
  for (const x of ticks(from, to)) drawing.append(shape('text', { x: across(x), y: height - bottom + 16, 'text-anchor': 'middle' }, figure(x)));
  drawing.append(
    shape('line', { class: 'axis', x1: left, x2: width - right, y1: up(0), y2: up(0) }),
    shape('line', { class: 'axis', x1: left, x2: left, y1: top, y2: height - bottom }),
    shape('text', { x: width - right, y: height - 6, 'text-anchor': 'end' }, `${answer.label}${answer.unit ? `（${answer.unit}）` : ''}`),
    shape('text', { x: 4, y: 14 }, say(`金额（${answer.amountUnit}）`, `Amount (${answer.amountUnit})`)));
  if (isOpen) {
    drawing.append(
      shape('path', { class: 'between', d: `${line(high)}${[...points].reverse().map((point) => `L${across(point.x).toFixed(2)} ${up(point.low).toFixed(2)}`).join('')}Z` }),
      shape('path', { class: 'high', d: line(high) }));
  }
  drawing.append(shape('path', { class: 'low', d: line((point) => point.low) }));
  marks(drawing, answer, across, open);
  if (answer.now) {
    const near = points.reduce((best, point) => (Math.abs(point.x - answer.now!.x) < Math.abs(best.x - answer.now!.x) ? point : best));
    drawing.append(shape('circle', { class: 'now', cx: across(answer.now.x), cy: up(near.low), r: 4 }, shape('title', {}, `${answer.label} ${answer.now.xText}：${answer.now.amount}`)));
  }
  const told = element('div', { class: 'faint' }, '\u00a0');
  followPointer(drawing, answer, across, told);
  return element('div', {}, drawing, told, list(answer, open));
}

/** The places where something changes, as lines of the drawing; their texts are shown where there is room, and all of them in the list below. */
function marks(drawing: SVGSVGElement, answer: CurveAnswer, across: (x: number) => number, open: (range: Range) => void): void {
  let [end, level] = [-Infinity, 0];
  for (const mark of answer.marks) {
    const x = across(mark.x);
    drawing.append(shape('line', { class: 'breakpoint', x1: x, x2: x, y1: top, y2: height - bottom }));
    level = x < end ? level + 1 : 0;
    if (level > 1) continue;
    end = x + mark.xText.length * 9;
    const text = shape('text', { class: 'breakpointText', x: Math.min(x + 3, width - right - mark.xText.length * 9), y: top - 4 - level * 12 }, mark.xText, shape('title', {}, mark.text));
    if (mark.range) text.addEventListener('click', () => open(mark.range!));
    drawing.append(text);
  }
}

function list(answer: CurveAnswer, open: (range: Range) => void): HTMLElement {
  return element('ul', {}, ...answer.marks.map((mark) => element('li', {},
    mark.range ? element('button', { class: 'link', on: { click: () => open(mark.range!) } }, mark.xText) : mark.xText, `　${mark.text}`)));
}

/** Says the amount under the pointer. */
function followPointer(drawing: SVGSVGElement, answer: CurveAnswer, across: (x: number) => number, told: HTMLElement): void {
  const pointer = shape('line', { class: 'pointer', y1: top, y2: height - bottom, visibility: 'hidden' });
  drawing.append(pointer);
  drawing.addEventListener('mousemove', (event) => {
    const place = ((event.clientX - drawing.getBoundingClientRect().left) / drawing.getBoundingClientRect().width) * width;
    const near = answer.points.reduce((best, point) => (Math.abs(across(point.x) - place) < Math.abs(across(best.x) - place) ? point : best));
    const x = across(near.x);
    for (const name of ['x1', 'x2']) pointer.setAttribute(name, String(x));
    pointer.setAttribute('visibility', 'visible');
    const most = near.high === null ? say('不封顶', 'no ceiling') : figure(near.high);
    told.textContent = `${answer.label} ${figure(near.x)}${answer.unit}：${near.status} ${figure(near.low)}${near.high === near.low ? '' : `..${most}`}${answer.amountUnit}`;
  });
  drawing.addEventListener('mouseleave', () => {
    pointer.setAttribute('visibility', 'hidden');
    told.textContent = '\u00a0';
  });
}

/** Round values from one to another, about six. */
function ticks(from: number, to: number): number[] {
  const rough = (to - from) / 6 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step + 1e-9) + 1 }, (_, index) => first + index * step);
}

function figure(value: number): string {
  return value.toLocaleString('zh-CN', { maximumFractionDigits: 6, useGrouping: Math.abs(value) >= 10000 });
}
