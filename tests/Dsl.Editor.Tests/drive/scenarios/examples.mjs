// The Test Explorer: worked examples listed, run, and told why they fail.
import { yuzhong } from '../editor.mjs';

/** The rows of the test tree on the screen. */
async function rows(editor) {
  return (await editor.page.locator('.test-explorer-tree .monaco-list-row').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

/** What the tree says above: 851/851. */
async function summary(editor) {
  return (await editor.page.locator('.test-explorer .result-summary').innerText().catch(() => '')).replace(/\s+/g, ' ');
}

async function showTree(editor) {
  // The view is there once an extension has tests; the palette lists what there is when it opens.
  await editor.eventually(async () => (await editor.lenses()).length > 0, 'lenses: the extension is at work');
  await editor.eventually(async () => (await editor.page.locator('.activitybar .action-label[aria-label^="Testing"]').count()) > 0, 'the icon of the test explorer');
  await editor.command('Test: Focus on Test Explorer View');
  await editor.page.waitForSelector('.test-explorer-tree');
}

export default {
  '测试面板列出全部文件，全部核对通过': async (editor) => {
    await editor.open(yuzhong);
    await showTree(editor);
    let shown = [];
    await editor.eventually(async () => (shown = await rows(editor)).length >= 5 && shown.some((row) => row.includes(yuzhong)), 'the five policies', () => shown);
    await editor.command('Test: Run All Tests');
    await editor.eventually(async () => /(\d{3,})\/\1/.test(await summary(editor)), 'all examples passed', () => summary(editor));
  },

  '改错一个算例：不符的理由写在应得那一行': async (editor) => {
    await editor.open(yuzhong);
    editor.touch(yuzhong);
    const from = '算例 条款 1.2 核定恰为上限';
    const expected = editor.after(yuzhong, '应得 1000万元', from);
    await editor.cursorAfter(yuzhong, '应得 1000', from);
    await editor.press('Backspace');
    await editor.type('1');
    await editor.press('Escape');
    await editor.cursorAfter(yuzhong, '条款 1.2 ');
    const wrong = editor.page.locator('.codelens-decoration a', { hasText: '1 不符' }).first();
    await wrong.waitFor();
    await wrong.click();
    // The derivation is in the results, the short of it at the line.
    let said = '';
    await editor.eventually(async () => {
      said = (await editor.page.locator('.test-output-peek-message-container, .test-output-peek, .xterm-rows, .test-results-container').allInnerTexts()).join('\n').replace(/\u00a0/g, ' ');
      return said.includes('合计 1000万元');
    }, 'the derivation', () => said);
    await editor.cursorAt(expected.line, 1);
    const marked = () => editor.page.locator('.test-error-content-widget').allInnerTexts();
    await editor.eventually(async () => (await marked()).join('').includes('应得 符合 1001万元，算得 符合 1000万元'), 'expected and got at the line', marked);
    await editor.picture('examples');
  },
};
