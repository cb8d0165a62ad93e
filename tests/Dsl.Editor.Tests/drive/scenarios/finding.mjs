// Finding one's way: definitions, names, symbols.
import { check, yuzhong } from '../editor.mjs';

const schema = 'schema/企业.policy';

export default {
  '转到定义：打开数据定义': async (editor) => {
    await editor.open(yuzhong);
    await editor.cursorAfter(yuzhong, '奖补 = min(实际', '条款 20 ');
    // The window is new: no definition is known before the server has answered.
    await editor.eventually(async () => (await editor.lenses()).length > 0, 'lenses: the server has answered');
    await editor.press('F12');
    await editor.page.locator('.tab.active', { hasText: '企业.policy' }).waitFor();
    const { line } = editor.after(schema, '\n  实际费用', '明细 主题活动');
    await editor.eventually(async () => (await editor.position()).startsWith(`${line}:`), `the line ${line} of the definition`, () => editor.position());
  },

  '重命名事实，别的文件一起改，撤销一起回来': async (editor) => {
    await editor.open(schema);
    await editor.open(yuzhong);
    editor.touch(yuzhong);
    editor.touch(schema);
    await editor.cursorAfter(yuzhong, '奖补 = min(实际', '条款 20 ');
    await editor.press('F2');
    await editor.page.waitForSelector('.rename-box input:focus');
    await editor.type('实际支出');
    await editor.eventually(async () => (await editor.page.locator('.rename-box input').inputValue()) === '实际支出', 'the new name typed over the old one');
    await editor.press('Enter');
    await editor.eventually(async () => (await editor.lines()).some((line) => line.includes('min(实际支出 * 30%')), 'the new name in the policy', () => editor.lines());
    check((await editor.squiggles()) === 0, 'no squiggle', await editor.lines());
    await editor.open(schema);
    await editor.cursorAt(editor.after(schema, '明细 主题活动').line, 1);
    await editor.eventually(async () => (await editor.lines()).some((line) => /^ {2}实际支出\s+: 金额/.test(line)), 'the new name in the schema', () => editor.lines());
    await editor.eventually(() => editor.read(schema).includes('实际支出') && editor.read(yuzhong).includes('实际支出'), 'both files saved: the editor does after a rename');
    // The rename is one step of both files: the editor asks, or undoes both at once.
    await editor.press('Control+KeyZ');
    const ask = editor.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Undo in' });
    await editor.eventually(async () => (await ask.count()) > 0 || (await editor.lines()).some((line) => /^ {2}实际费用\s+: 金额/.test(line)), 'undone, or asked', () => editor.lines());
    if ((await ask.count()) > 0) await ask.first().click();
    await editor.open(yuzhong);
    await editor.cursorAfter(yuzhong, '奖补 = min(', '条款 20 ');
    await editor.eventually(async () => (await editor.lines()).some((line) => line.includes('min(实际费用 * 30%')), 'the old name in the policy', () => editor.lines());
    await editor.saved(yuzhong, (text) => !text.includes('实际支出'), 'the old name');
    await editor.open(schema);
    await editor.saved(schema, (text) => !text.includes('实际支出'), 'the old name');
  },

  '按条款跳转': async (editor) => {
    await editor.open(yuzhong);
    await editor.eventually(async () => (await editor.lenses()).length > 0, 'lenses');
    await editor.press('Control+Shift+KeyO');
    await editor.page.waitForSelector('.quick-input-widget:not(.hidden) input');
    await editor.type('主题活动');
    const row = editor.page.locator('.quick-input-list .monaco-list-row', { hasText: '主题活动补贴' });
    await row.first().waitFor();
    await editor.press('Enter');
    const { line } = editor.after(yuzhong, '条款 20 ');
    await editor.eventually(async () => (await editor.position()).startsWith(`${line}:`), `line ${line}`, () => editor.position());
  },

  '在全部文件里找': async (editor) => {
    await editor.open(yuzhong);
    await editor.press('Control+KeyT');
    await editor.page.waitForSelector('.quick-input-widget:not(.hidden) input');
    await editor.type('主题活动');
    const row = editor.page.locator('.quick-input-list .monaco-list-row', { hasText: '企业.policy' });
    await row.first().waitFor();
    await editor.press('Escape');
  },

  '查找引用': async (editor) => {
    await editor.open(yuzhong);
    await editor.cursorAfter(yuzhong, '奖补 = min(实际', '条款 20 ');
    await editor.press('Shift+F12');
    await editor.page.waitForSelector('.reference-zone-widget .ref-tree');
    const title = () => editor.page.locator('.reference-zone-widget .peekview-title').innerText();
    const expected = editor.read(yuzhong).split('实际费用').length - 1;
    await editor.eventually(async () => (await title()).includes(`(${expected + 1})`), `${expected} places in the policy, one in the schema`, title);
  },
};
