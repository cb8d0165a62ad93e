// What goes wrong around the editor: a server that dies, two windows, folders without a schema, files outside.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { check, Editor, yuzhong } from '../editor.mjs';

/** The language servers of this run, by process id. */
function servers(place) {
  return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((id) => {
    try {
      const line = fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
      return line[0].startsWith(place.run) && line[0].endsWith('/server/policy') && line.includes('lsp');
    } catch {
      return false; // The process has ended.
    }
  }).map(Number);
}

async function breaksAndMends(editor) {
  await editor.cursorAfter(yuzhong, '奖补 = min(实际费', '条款 20 ');
  await editor.type('错', 60);
  await editor.press('Escape');
  await editor.eventually(async () => (await editor.squiggles()) > 0, 'a squiggle', () => editor.lines());
  await editor.press('Control+KeyZ');
  await editor.eventually(async () => (await editor.squiggles()) === 0, 'no squiggle after undo', () => editor.lines());
}

export default {
  '语言服务器被中断：有中文提示，随后照常工作': async (editor) => {
    await editor.open(yuzhong);
    editor.touch(yuzhong);
    await editor.eventually(async () => (await editor.lenses()).length > 0, 'lenses');
    const before = servers(editor.place);
    check(before.length > 0, 'a language server', before);
    for (const id of before) process.kill(id, 'SIGKILL');
    await editor.eventually(async () => (await editor.notifications()).some((text) => text.includes('语言服务器中断')), 'the message', () => editor.notifications());
    await editor.eventually(() => servers(editor.place).some((id) => !before.includes(id)), 'a new language server');
    await breaksAndMends(editor);
  },

  '两个窗口打开同一个文件夹': async (editor) => {
    const other = await editor.another();
    try {
      await editor.open(yuzhong);
      editor.touch(yuzhong);
      await other.open(yuzhong);
      other.touch(yuzhong);
      await breaksAndMends(editor);
      await breaksAndMends(other);
      // What one saves, the other sees.
      await editor.cursorAfter(yuzhong, '奖补 = min(实际费', '条款 20 ');
      await editor.type('错', 60);
      await editor.press('Escape');
      await editor.saved(yuzhong, (text) => text.includes('实际费错用'), 'the change');
      await other.eventually(async () => (await other.squiggles()) > 0, 'the finding in the other window', () => other.lines());
      await editor.press('Control+KeyZ');
      await editor.saved(yuzhong, (text) => !text.includes('实际费错用'), 'the undone change');
      await other.eventually(async () => (await other.squiggles()) === 0, 'no finding in the other window', () => other.lines());
    } finally {
      await other.close();
    }
  },

  '没有数据定义的文件夹': async (editor) => {
    const folder = path.join(editor.place.work, 'empty');
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, '新政策.policy'), '');
    const other = new Editor(editor.browser, editor.place, folder);
    await other.show(`/?folder=${encodeURIComponent(folder)}`);
    try {
      await other.open('新政策.policy');
      await other.type('zc');
      // Who types before the server runs is shown nothing, and asks.
      await other.eventually(async () => {
        if ((await other.suggestions()).some((label) => label.startsWith('政策'))) return true;
        await other.page.waitForTimeout(1500);
        if ((await other.suggestions()).length === 0) await other.press('Control+Space');
        return false;
      }, 'suggestions with 政策', () => other.suggestions());
      await other.accept('政策 文件头');
      await other.eventually(async () => (await other.lines())[0].startsWith('政策'), 'the head of a document', () => other.lines());
      await other.page.screenshot({ path: path.join(editor.place.shots, 'folder-without-schema.png') });
    } finally {
      await other.close();
    }
  },

  '文件夹外的文件': async (editor) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-outside-'));
    const file = path.join(folder, '单独.policy');
    fs.writeFileSync(file, '政策 单独的文件\n  文号     示府办〔2021〕1号\n  发文机关 示例区人民政府办公室\n  成文日期 2021-06-21\n  施行日期 2021-06-21\n  级次     区级\n\n条款 1 没有的事实\n  条   一1\n  依据 「没有」\n  频次 每年\n  条件 没有的事实\n  奖补 = 1万元\n');
    const other = new Editor(editor.browser, editor.place, editor.folder);
    const open = JSON.stringify([['openFile', `vscode-remote://${new URL(editor.place.url).host}${encodeURI(file)}`]]);
    await other.show(`/?folder=${encodeURIComponent(editor.folder)}&payload=${encodeURIComponent(open)}`);
    try {
      await other.page.locator('.tab.active', { hasText: '单独.policy' }).waitFor();
      await other.eventually(async () => (await other.squiggles()) > 0, 'a squiggle', () => other.lines());
      check((await other.problems()).some((row) => row.includes('不知道申报主体是谁')), 'the finding', await other.problems());
    } finally {
      await other.close();
      fs.rmSync(folder, { recursive: true });
    }
  },
};
