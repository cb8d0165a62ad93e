// The workbench as the tests use it: what a user sees and presses. Lists and lines are virtual: only what is on the screen is there.
import fs from 'node:fs';
import path from 'node:path';

/** The policy that most steps work on. */
export const yuzhong = '渝中府办〔2021〕13号.policy';

const patience = Number(process.env.PATIENCE ?? 90_000);

export class Editor {
  /** A window on a fresh copy of the policies. */
  static async start(browser, place, scenario) {
    const folder = path.join(place.work, scenario);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.cpSync(place.policies, folder, { recursive: true });
    const editor = new Editor(browser, place, folder);
    await editor.show(`/?folder=${encodeURIComponent(folder)}`);
    await editor.hide('sidebar', 'Control+KeyB');
    return editor;
  }

  constructor(browser, place, folder) {
    Object.assign(this, { browser, place, folder });
  }

  /** Opens the window, or another address in it. */
  async show(address) {
    if (!this.page) {
      const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
      this.page = await context.newPage();
      this.page.setDefaultTimeout(patience);
    }
    await this.page.goto(this.place.url + address);
    await this.page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 90_000 });
    await this.page.waitForTimeout(500);
  }

  /** A second window on the same folder. */
  async another() {
    const editor = new Editor(this.browser, this.place, this.folder);
    await editor.show(`/?folder=${encodeURIComponent(this.folder)}`);
    return editor;
  }

  async close() {
    await this.page?.context().close();
  }

  /** As it was before the step: nothing open, nothing changed, no message. */
  async tidy() {
    for (let i = 0; i < 3; i++) await this.press('Escape');
    await this.page.mouse.move(640, 2);
    if ((await this.page.locator('.notification-toast').count()) > 0) await this.command('Notifications: Clear All Notifications');
    await this.hide('panel', 'Control+KeyJ');
    await this.hide('auxiliarybar', 'Control+Alt+KeyB');
    for (const file of this.touched ?? []) {
      await this.open(file);
      await this.command('File: Revert File');
      await this.eventually(async () => (await this.page.locator('.tab.active.dirty').count()) === 0, `${file} reverted`);
    }
    this.touched = undefined;
    await this.press('Control+KeyK');
    await this.press('Control+KeyW');
    await this.eventually(async () => (await this.page.locator('.editor-group-container .tab').count()) === 0, 'all editors closed');
    await this.hide('sidebar', 'Control+KeyB');
  }

  /** Closes a part of the window, if it is there. */
  async hide(part, key) {
    const shown = () => this.page.locator(`.part.${part}`).first().isVisible();
    if (!(await shown())) return;
    await this.press(key);
    await this.eventually(async () => !(await shown()), `no ${part}`);
  }

  // ── files ──

  path(file) {
    return path.join(this.folder, file);
  }

  read(file) {
    return fs.readFileSync(this.path(file), 'utf8');
  }

  /** The place after a text in the file as it was at the start, from 1; `from` is a text before it. */
  after(file, text, from = '') {
    const content = this.read(file);
    const start = content.indexOf(from);
    const found = content.indexOf(text, start);
    if (start < 0 || found < 0) throw new Error(`${file} has no ${JSON.stringify(text)}`);
    const lines = content.slice(0, found + text.length).split('\n');
    return { line: lines.length, column: lines.at(-1).length + 1 };
  }

  /** Opens a file of the folder by its name. */
  async open(file) {
    const name = path.basename(file);
    await this.press('Control+KeyP');
    await this.page.waitForSelector('.quick-input-widget:not(.hidden) input');
    await this.page.keyboard.insertText(file);
    // The list is filled in steps: what is chosen at last is what Enter opens.
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).first().waitFor();
    await this.acceptInput();
    await this.page.locator('.tab.active', { hasText: name }).first().waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor({ state: 'attached' });
  }

  /** Puts the cursor after a text of the file that is open. */
  async cursorAfter(file, text, from) {
    const place = this.after(file, text, from);
    await this.cursorAt(place.line, place.column);
    return place;
  }

  async cursorAt(line, column) {
    await this.press('Control+KeyG');
    await this.page.waitForSelector('.quick-input-widget:not(.hidden) input');
    await this.page.keyboard.insertText(`${line}:${column}`);
    await this.page.waitForTimeout(150);
    await this.acceptInput();
    await this.eventually(async () => (await this.position()).startsWith(`${line}:${column}`), `cursor at ${line}:${column}`, () => this.position());
  }

  /** Accepts what stands in the input at the top; a busy editor may miss a key. */
  async acceptInput() {
    const input = this.page.locator('.quick-input-widget');
    for (const end = Date.now() + patience; ;) {
      await this.press('Enter');
      try {
        await input.waitFor({ state: 'hidden', timeout: 5_000 });
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        if (!await input.isVisible()) return;
      }
    }
  }

  /** Line and column of the cursor, as the status bar says. */
  async position() {
    const text = await this.page.locator('#status\\.editor\\.selection').innerText().catch(() => '');
    return text.replace(/\u00a0/g, ' ').replace(/^\D*(\d+)\D+(\d+)/, '$1:$2');
  }

  /** Marks a file as changed: it is put back after the step. */
  touch(file) {
    (this.touched ??= new Set()).add(file);
  }

  /** Types as a user does, letter by letter. */
  async type(text, delay = 40) {
    await this.page.keyboard.type(text, { delay });
  }

  async press(key) {
    await this.page.keyboard.press(key);
    await this.page.waitForTimeout(60);
  }

  /** Saves and waits until the file on the disk is as it should be; its text. */
  async saved(file, isRight, what) {
    await this.press('Control+KeyS');
    await this.eventually(() => isRight(this.read(file)), `${what} in ${file}`, () => this.lines());
    return this.read(file);
  }

  // ── what is on the screen ──

  /** The lines on the screen, of the editor that has the focus or comes first. */
  async lines() {
    const texts = await this.page.locator('.editor-instance .view-line').evaluateAll((lines) =>
      lines.map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent.replace(/\u00a0/g, ' ') })).sort((a, b) => a.top - b.top).map((line) => line.text));
    return texts;
  }

  async squiggles(kind = 'error') {
    return this.page.locator(`.editor-instance .squiggly-${kind}`).count();
  }

  async lenses() {
    return this.page.locator('.codelens-decoration a').allInnerTexts();
  }

  /** The proposals of the completion list: their labels. */
  async suggestions() {
    return this.page.locator('.suggest-widget.visible .monaco-list-row').evaluateAll((rows) =>
      rows.sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index)).map((row) => row.querySelector('.label-name')?.textContent ?? row.textContent));
  }

  /** Waits until the list shows what is asked for; all labels that are on the screen. */
  async suggested(isRight, what) {
    let labels = [];
    await this.eventually(async () => isRight((labels = await this.suggestions())), `suggestions with ${what}`, () => labels);
    return labels;
  }

  /** Accepts a proposal by Enter, once it is the chosen one. */
  async accept(label) {
    const chosen = this.page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name');
    await this.eventually(async () => (await chosen.count()) > 0 && (await chosen.first().innerText()) === label, `${label} chosen`, () => this.suggestions());
    await this.press('Enter');
  }

  /** The rows of the problems panel, which is opened for it. */
  async problems() {
    if (!(await this.page.locator('.markers-panel').first().isVisible())) {
      await this.press('Control+Shift+KeyM');
      await this.page.waitForSelector('.markers-panel');
    }
    return (await this.page.locator('.markers-panel .monaco-list-row').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  }

  async problem(text) {
    let rows = [];
    await this.eventually(async () => (rows = await this.problems()).some((row) => row.includes(text)), `a problem with ${text}`, () => rows);
    return rows;
  }

  /** The texts of messages in the corner. */
  async notifications() {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Opens the menu of quick fixes at the cursor. Its rows. */
  async fixes(containing) {
    let rows = [];
    await this.eventually(async () => {
      await this.press('Control+Period');
      for (let i = 0; i < 15; i++) {
        rows = (await this.page.locator('.action-widget .monaco-list-row.action').allInnerTexts()).map((text) => text.trim());
        if (rows.some((row) => row.includes(containing))) return true;
        await this.page.waitForTimeout(200);
      }
      await this.press('Escape');
      return false;
    }, `a quick fix with ${containing}`, () => rows);
    return rows;
  }

  /** Applies the fix of the open menu that contains a text, with the keyboard. */
  async apply(containing, rows) {
    for (let i = rows.findIndex((row) => row.includes(containing)); i > 0; i--) await this.press('ArrowDown');
    await this.press('Enter');
    await this.page.waitForSelector('.action-widget', { state: 'hidden' });
  }

  /** Moves the mouse onto a text of a line on the screen and returns what the box there says. */
  async hover(text, expected) {
    let said = '';
    await this.eventually(async () => {
      const box = await this.boxOf(text);
      await this.page.mouse.move(box.x - 40, box.y + 60);
      await this.page.mouse.move(box.x, box.y);
      await this.page.mouse.move(box.x + 2, box.y);
      for (let i = 0; i < 15; i++) {
        await this.page.waitForTimeout(200);
        said = (await this.page.locator('.monaco-hover:not(.hidden) .hover-row').allInnerTexts()).join('\n');
        if (said.includes(expected)) return true;
      }
      return false;
    }, `a hover with ${expected}`, () => said);
    return said;
  }

  /** The middle of a text of a line on the screen. */
  async boxOf(text) {
    const found = await this.page.evaluate((wanted) => {
      for (const line of document.querySelectorAll('.editor-instance .view-line')) {
        const at = line.textContent.replace(/\u00a0/g, ' ').indexOf(wanted);
        if (at < 0) continue;
        let left = at + Math.floor(wanted.length / 2);
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (left < node.length) {
            const range = document.createRange();
            range.setStart(node, left);
            range.setEnd(node, left + 1);
            const box = range.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          }
          left -= node.length;
        }
      }
      return undefined;
    }, text);
    if (!found) throw new Error(`not on the screen: ${text}; there is\n${(await this.lines()).join('\n')}`);
    return found;
  }

  /** Runs a command of the palette by its title. */
  async command(title) {
    await this.press('F1');
    await this.page.waitForSelector('.quick-input-widget:not(.hidden) input');
    await this.page.keyboard.insertText(title);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title.split(': ').at(-1) }).first().waitFor();
    await this.press('Enter');
  }

  /** A picture for the pages that users read; a page full of text is taken less high, so that it stays small. */
  async picture(name, height = 800) {
    const size = this.page.viewportSize();
    await this.page.setViewportSize({ ...size, height });
    await this.page.waitForTimeout(600);
    await this.page.screenshot({ path: path.join(this.place.shots, `picture-${name}.png`) });
    await this.page.setViewportSize(size);
  }

  /** Waits until something holds; fails with what there was instead. */
  async eventually(condition, what, found = () => '', milliseconds = patience) {
    const end = Date.now() + milliseconds;
    for (;;) {
      if (await condition()) return;
      if (Date.now() > end) throw new Error(`missing: ${what}; found: ${JSON.stringify(await found())}`);
      await this.page.waitForTimeout(150);
    }
  }
}

export function check(isRight, what, found) {
  if (!isRight) throw new Error(`expected ${what}; found: ${JSON.stringify(found)}`);
}
