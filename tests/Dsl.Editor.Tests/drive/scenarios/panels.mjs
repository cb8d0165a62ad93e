// The pages beside the policy: 试算, its chart, the source text.
import { check, yuzhong } from '../editor.mjs';

/** The page of a panel, by something that only it has. */
async function pageWith(editor, selector) {
  let found;
  await editor.eventually(async () => {
    for (const frame of editor.page.frames()) {
      if ((await frame.locator(selector).count().catch(() => 0)) > 0) {
        found = frame;
        return true;
      }
    }
    return false;
  }, `a page with ${selector}`, () => editor.page.frames().map((frame) => frame.url().slice(0, 80)));
  return found;
}

async function tryOut(editor) {
  await editor.open(yuzhong);
  editor.touch(yuzhong);
  await editor.cursorAfter(yuzhong, '条款 20 ');
  await editor.eventually(async () => (await editor.lenses()).includes('试算'), 'lenses');
  await editor.command('政策: 试算这一条款');
  const page = await pageWith(editor, 'form fieldset');
  await editor.eventually(async () => (await page.locator('h1').innerText()).includes('条款 20 主题活动补贴'), 'clause 20', () => page.locator('h1').innerText());
  return page;
}

const amountOf = (page) => page.locator('.result .amount').innerText();

export default {
  '试算：改事实，金额和理由随着变': async (editor) => {
    const page = await tryOut(editor);
    const cost = page.locator('[id="主题活动.实际费用#0"]');
    await cost.fill('200');
    await editor.eventually(async () => /^60\s*万元$/.test(await amountOf(page)), '60万元', () => amountOf(page));
    await cost.fill('900');
    await editor.eventually(async () => /^100\s*万元$/.test(await amountOf(page)), '100万元: at the cap', () => amountOf(page));
    const reasons = await page.locator('.derivation').innerText();
    check(reasons.includes('30%'), 'the derivation', reasons);
    await editor.picture('try-out');
  },

  '试算：改条款，结果随着变': async (editor) => {
    const page = await tryOut(editor);
    await page.locator('[id="主题活动.实际费用#0"]').fill('200');
    await editor.eventually(async () => /^60\s*万元$/.test(await amountOf(page)), '60万元', () => amountOf(page));
    await editor.press('Control+Digit1');
    await editor.cursorAfter(yuzhong, '条件 已认定 且 ', '条款 20 ');
    await editor.type('非 ');
    await editor.press('Escape');
    const status = () => page.locator('.result .status').innerText();
    await editor.eventually(async () => (await status()) === '不符合', '不符合', status);
  },
};
