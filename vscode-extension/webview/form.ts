// The form of 试算: tables and fields as the server describes them. What is typed is kept as the facts that `policy eval` reads.
import type { Facts, FormField, FormTable, TryOutAnswer } from '../src/protocol';
import { element, say } from './dom';

type Row = Record<string, unknown>;

/** A form over facts that it changes in place. */
export class Form {
  readonly root = element('form', { on: { submit: (event) => event.preventDefault() } });
  private facts: Facts = {};
  private notes = new Map<string, { field: HTMLElement; note: HTMLElement; read: HTMLElement }>();

  constructor(private readonly changed: () => void) {}

  /** Draws the form anew. */
  show(tables: FormTable[], facts: Facts): void {
    this.facts = facts;
    this.notes.clear();
    this.root.replaceChildren(...tables.map((table) => this.table(table)));
  }

  /** Says at each field what was read of it, or what cannot be; what belongs to no field is returned. */
  mark(findings: TryOutAnswer['findings'], read: TryOutAnswer['read']): string[] {
    for (const { field, note, read: understood } of this.notes.values()) {
      note.textContent = '';
      understood.textContent = '';
      field.classList.remove('wrong');
    }
    for (const value of read ?? []) {
      const place = this.notes.get(placeOf(value.path, value.row));
      if (place) place.read.textContent = say(`读作 ${value.text}`, `read as ${value.text}`);
    }
    return findings.filter((finding) => {
      const place = this.notes.get(placeOf(finding.path, finding.row)) ?? this.notes.get(placeOf(finding.path, undefined));
      if (!place) return true;
      place.note.textContent = finding.message;
      place.field.classList.add('wrong');
      return false;
    }).map((finding) => finding.message);
  }

  private table(table: FormTable): HTMLElement {
    const scope = table.fields.filter((field) => field.isScope);
    const own = table.fields.filter((field) => !field.isScope);
    const body = element('div', {});
    const draw = (): void => {
      if (!table.isRows) {
        const row = table.name === '' ? this.facts : ((this.facts[table.name] ??= {}) as Row);
        body.replaceChildren(...[own.length > 0 && this.row(table, own, row), scope.length > 0 && this.scope(table, scope, row)].filter((part): part is HTMLElement => part !== false));
        return;
      }
      const rows = (this.facts[table.name] ?? []) as Row[];
      body.replaceChildren(
        ...rows.map((row, index) => this.row(table, table.fields, row, index, () => {
          rows.splice(index, 1);
          draw();
          this.changed();
        })),
        element('button', { attributes: { type: 'button' }, on: { click: () => {
          this.facts[table.name] = [...rows, this.newRow(table, rows)];
          draw();
          this.changed();
        } } }, say('添加一行', 'Add a row')));
    };
    draw();
    return element('fieldset', { attributes: { 'data-table': table.name } },
      element('legend', {}, table.label, ' ', table.isEach && element('span', { class: 'faint' }, say('逐行计算', 'computed row by row'))), body);
  }

  private scope(table: FormTable, fields: FormField[], row: Row): HTMLElement {
    return element('details', {},
      element('summary', { class: 'faint' }, say(`适用范围（${fields.length} 项，不填视为满足）`, `Scope (${fields.length} facts; met where nothing is said)`)),
      this.row(table, fields, row));
  }

  private row(table: FormTable, fields: FormField[], row: Row, index?: number, remove?: () => void): HTMLElement {
    return element('div', { class: 'row' },
      remove && element('div', { class: 'rowHead' },
        element('span', { class: 'faint' }, say(`第 ${index! + 1} 行`, `Row ${index! + 1}`)),
        element('button', { class: 'link', attributes: { type: 'button' }, on: { click: remove } }, say('删除', 'Remove'))),
      ...fields.map((field) => this.field(table, field, row, index)));
  }

  private field(table: FormTable, field: FormField, row: Row, index?: number): HTMLElement {
    const id = `${table.name}.${field.name}${index === undefined ? '' : `#${index}`}`;
    const set = (value: string): void => {
      if (value === '') delete row[field.name];
      else row[field.name] = value;
      this.changed();
    };
    const control = this.control(field, id, row[field.name] === undefined || row[field.name] === null ? '' : String(row[field.name]), set);
    const note = element('div', { class: 'finding' });
    const read = element('div', { class: 'faint read' });
    const made = element('div', { class: 'field', title: plain(field.help) },
      element('label', { attributes: { for: id } }, field.name,
        field.isRecognition && element('span', { class: 'faint' }, say('认定', 'recognised')),
        field.fallback !== undefined && element('span', { class: 'faint' }, say(`缺省 ${field.fallback}`, `default ${field.fallback}`))),
      control, read, note);
    this.notes.set(placeOf(table.name === '' ? field.name : `${table.name}.${field.name}`, index), { field: made, note, read });
    return made;
  }

  private control(field: FormField, id: string, value: string, set: (value: string) => void): HTMLElement {
    switch (field.kind) {
      case 'boolean':
        return element('div', { class: 'choices', attributes: { id, role: 'radiogroup' } }, ...[['', say('不填', 'unknown')], ['是', '是'], ['否', '否']].map(([word, text]) => {
          const input = element('input', { attributes: { type: 'radio', name: id }, on: { change: () => set(word!) } });
          input.checked = value === word;
          return element('label', {}, input, ` ${text}`);
        }));
      case 'list': {
        const select = element('select', { attributes: { id }, on: { change: () => set(select.value) } },
          element('option', { attributes: { value: '' } }, say('（不填）', '(unknown)')),
          ...(field.choices ?? []).map((choice) => element('option', { attributes: { value: choice } }, choice)));
        select.value = value;
        return element('div', { class: 'controls' }, select);
      }
      case 'amount':
        return this.amount(field, id, value, set);
      default: {
        const input = element('input', {
          attributes: { id, type: field.kind === 'date' ? 'date' : 'text', ...(field.kind === 'date' || field.kind === 'text' ? {} : { inputmode: 'decimal' }) },
          on: { input: () => set(input.value.trim()) },
        });
        input.value = value;
        // A list that ends in 等 proposes its values and takes others.
        const proposals = field.choices && element('datalist', { attributes: { id: `${id} list` } }, ...field.choices.map((choice) => element('option', { attributes: { value: choice } })));
        if (proposals) input.setAttribute('list', proposals.id);
        return element('div', { class: 'controls' }, input, proposals, field.unit ? element('span', {}, field.unit) : undefined);
      }
    }
  }

  /** A number and its unit. What is typed with a unit of its own is taken as it stands. */
  private amount(field: FormField, id: string, value: string, set: (value: string) => void): HTMLElement {
    const units = field.units?.length ? field.units : [field.unit ?? ''];
    const [, number, unit] = /^(-?[\d.,]+)\s*(.*)$/.exec(value) ?? [];
    const isKnown = number !== undefined && units.includes(unit!);
    const input = element('input', { attributes: { id, type: 'text', inputmode: 'decimal' }, on: { input: () => write() } });
    const select = element('select', { on: { change: () => write() } }, ...units.map((name) => element('option', { attributes: { value: name } }, name)));
    input.value = isKnown ? number : value;
    if (isKnown) select.value = unit!;
    const write = (): void => {
      const typed = input.value.trim();
      set(withUnit(typed, select.value));
    };
    return element('div', { class: 'controls' }, input, units.length > 1 ? select : element('span', {}, units[0]!));
  }

  /** A row with a key that no other has: rows are told apart by it. */
  private newRow(table: FormTable, rows: Row[]): Row {
    const key = table.keyField;
    if (key === undefined) return {};
    let number = rows.length + 1;
    while (rows.some((row) => row[key] === String(number))) number++;
    return { [key]: String(number) };
  }
}

/**
 * What is typed, with a unit where it has none of its own. Only letters and signs like % are units: digits, points, commas and signs of any
 * width are left to the server, which reads them or says why not.
 */
export function withUnit(typed: string, unit: string): string {
  return /\p{Nd}/u.test(typed) && !/[\p{L}%％‰]/u.test(typed) ? typed + unit : typed;
}

function placeOf(path: string, row: number | undefined): string {
  return row === undefined ? path : `${path}#${row}`;
}

/** Markdown without its marks, for a tooltip. */
function plain(help: string | undefined): string {
  return (help ?? '').replace(/[*`]/g, '').trim();
}
