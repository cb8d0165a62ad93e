// The panels beside the policy: 试算 with its chart, the source text.
import { check, yuzhong } from '../editor.mjs';

/** The page of a panel, once it shows what is asked for. */
async function panel(editor, selector) {
  let found;
  await editor.eventually(async () => {
    for (const frame of editor.page.frames()) {
      if ((await frame.locator(selector).count().catch(() => 0)) > 0) return (found = frame);
    }
    return false;
  }, `a panel with ${selector}`);
  return found;
}

/** Opens 试算 of a clause by its lens. */
async function tryOut(editor, clause) {
  await editor.open(yuzhong);
  await editor.cursorAfter(yuzhong, `条款 ${clause} `);
  await editor.press('Home');
  await editor.eventually(async () => (await editor.lenses()).includes('试算'), 'the lens');
  await editor.command('政策: 试算这一条款');
  return panel(editor, 'fieldset');
}

const amount = (page) => page.locator('header .amount').innerText();

async function showsAmount(editor, page, expected) {
  await editor.eventually(async () => (await amount(page)) === expected, `the amount ${expected}`, async () => [await amount(page), await page.locator('body').innerText()]);
}

export default {
  '试算：金额和理由跟着事实变': async (editor) => {
    const page = await tryOut(editor, '20');
    const cost = page.locator('[id="主题活动.实际费用#0"]');
    await cost.fill('200');
    await showsAmount(editor, page, '60万元');
    check((await page.locator('.derivation').innerText()).includes('30%'), 'the derivation', await page.locator('.derivation').innerText());
    await cost.fill('２００');
    await showsAmount(editor, page, '60万元');
    await editor.eventually(async () => (await page.locator('.field .read').allInnerTexts()).some((text) => text.includes('2,000,000元')), 'what was read', () => page.locator('.field .read').allInnerTexts());
    await cost.fill('9999');
    await showsAmount(editor, page, '100万元');
    await cost.fill('二百');
    await editor.eventually(async () => (await page.locator('.field.wrong .finding').innerText().catch(() => '')).includes('二百'), 'what is wrong with 二百');
    check((await amount(page)) === '—', 'no amount from what cannot be read', await amount(page));
    await cost.fill('');
    await editor.eventually(async () => /资料不全/.test(await page.locator('header').innerText()), 'a missing fact is not guessed', () => page.locator('header').innerText());
    await cost.fill('200');
    await showsAmount(editor, page, '60万元');
  },

  '试算：金额跟着条款变，有错误时说明': async (editor) => {
    const page = await tryOut(editor, '20');
    await page.locator('[id="主题活动.实际费用#0"]').fill('200');
    await showsAmount(editor, page, '60万元');
    await editor.command('View: Focus First Editor Group');
    editor.touch(yuzhong);
    await editor.cursorAfter(yuzhong, '奖补 = min(实际费用 *', '条款 20 ');
    await editor.press('Backspace');
    await editor.type('/');
    await editor.press('Escape');
    await showsAmount(editor, page, '100万元');
    // What the document does not say is not computed: the figure of the quotation is 30%.
    await editor.cursorAfter(yuzhong, '奖补 = min(实际费用 * 3', '条款 20 ');
    await editor.press('Backspace');
    await editor.type('4');
    await editor.eventually(async () => (await page.locator('.notice').innerText().catch(() => '')).includes('「30%」'), 'the notice of the error');
    await editor.press('Backspace');
    await editor.type('3');
    await editor.eventually(async () => (await page.locator('.notice').count()) === 0, 'no notice any more');
    await showsAmount(editor, page, '100万元');
  },

  '金额随一个事实的变化：上限看得见，点了到条款': async (editor) => {
    const page = await tryOut(editor, '20');
    await page.locator('[id="主题活动.实际费用#0"]').fill('200');
    await editor.picture('try-out');
    const axis = page.locator('.chart select');
    await editor.eventually(async () => (await axis.locator('option').allInnerTexts()).includes('实际费用'), 'the fact among the axes', () => axis.locator('option').allInnerTexts());
    await axis.selectOption({ label: '实际费用' });
    await page.waitForSelector('.chart svg path.low');
    const marks = await page.locator('.chart li').allInnerTexts();
    check(marks.some((mark) => mark.includes('上限') && mark.includes('100万元')), 'the ceiling among the marks', marks);
    await page.locator('.chart svg').scrollIntoViewIfNeeded();
    await editor.picture('chart');
    await page.locator('.chart li button').first().click();
    await editor.eventually(async () => (await editor.lines()).some((line) => line.includes('奖补 = min(实际费用')), 'the clause on the screen', () => editor.lines());
  },

  '填好的事实写成算例': async (editor) => {
    const page = await tryOut(editor, '20');
    await page.locator('[id="主题活动.实际费用#0"]').fill('123.45');
    await showsAmount(editor, page, '370,350元');
    editor.touch(yuzhong);
    await page.locator('button', { hasText: '写成算例' }).click();
    await editor.page.waitForSelector('.quick-input-widget:not(.hidden) input');
    await editor.page.keyboard.insertText('由试算写成');
    await editor.press('Enter');
    await editor.eventually(async () => (await editor.lines()).some((line) => line.includes('算例 条款 20 由试算写成')), 'the example in the file', () => editor.lines());
    check((await editor.squiggles()) === 0, 'an example without findings', await editor.lines());
  },

  '对照原文：引用的句子有底色，两边互通': async (editor) => {
    await editor.open(yuzhong);
    await editor.cursorAfter(yuzhong, '条款 20 ');
    await editor.command('政策: 对照原文');
    const page = await panel(editor, 'main p .quoted');
    await editor.eventually(async () => (await page.locator('.selected.quoted').allInnerTexts()).join('').includes('30%'), 'the words of clause 20 selected', () => page.locator('.selected').allInnerTexts());
    await editor.picture('source', 560);
    // From the text to the clause.
    await page.locator('.quoted', { hasText: '共担设备购置' }).first().click();
    await editor.eventually(async () => (await editor.lines()).some((line) => line.includes('条款 1.1 ')), 'clause 1.1 on the screen', () => editor.lines());
    // From the clause to the text.
    await editor.cursorAfter(yuzhong, '条款 1.2 ');
    await editor.eventually(async () => (await page.locator('.selected.quoted').allInnerTexts()).join('').includes('一次性资助最高1000万元'), 'the words of clause 1.2 selected', () => page.locator('.selected').allInnerTexts());
  },
};
