// Worked examples in the Test Explorer.
import { check, yuzhong } from '../editor.mjs';

const rows = (editor) => editor.page.locator('.test-explorer .monaco-list-row').allInnerTexts();

export default {
  '测试面板列出算例，全部核对通过': async (editor) => {
    await editor.open(yuzhong);
    await editor.eventually(async () => (await editor.lenses()).length > 0, 'lenses');
    await editor.command('Testing: Focus on Test Explorer View');
    await editor.eventually(async () => (await rows(editor)).some((row) => row.includes(yuzhong)), 'the policy among the tests', () => rows(editor));
    await editor.command('Test: Run All Tests');
    const summary = () => editor.page.locator('.test-explorer .result-summary').innerText();
    await editor.eventually(async () => {
      const [, passed, all] = /(\d+)\/(\d+)/.exec(await summary()) ?? [];
      return passed === all && Number(passed) > 700;
    }, 'all passed', summary, 90_000);
  },

  '从条款上方核对：不符的说明写在那一行': async (editor) => {
    await editor.open(yuzhong);
    editor.touch(yuzhong);
    await editor.cursorAfter(yuzhong, '应得 6', '算例 条款 20 活动补贴按比例');
    await editor.press('Backspace');
    await editor.type('7');
    await editor.press('Escape');
    const lens = editor.page.locator('.codelens-decoration a', { hasText: /算例 \d+ 通过 \/ 1 不符/ });
    await lens.first().waitFor();
    await lens.first().click();
    const message = editor.page.locator('.test-error-content-widget, .test-message-inline-content');
    await editor.eventually(async () => (await message.allInnerTexts()).some((text) => text.includes('60万元')), 'the message at the line', () => message.allInnerTexts());
    await editor.hide('panel', 'Control+KeyJ');
    await editor.press('Escape');
    await editor.picture('examples');
    check((await editor.squiggles()) > 0, 'the finding of the example', await editor.lines());
  },
};
