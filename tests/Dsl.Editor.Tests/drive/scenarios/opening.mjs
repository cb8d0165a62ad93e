// Opening a policy: what is there without a key pressed.
import { check, yuzhong } from '../editor.mjs';

export default {
  '打开政策，有颜色，没有波浪线': async (editor) => {
    await editor.open(yuzhong);
    await editor.eventually(async () => (await editor.lines())[0]?.startsWith('// 渝中区支持科技创新'), 'the first line', () => editor.lines());
    // Colours of the grammar: comment, keyword and text differ.
    const colours = () => editor.page.locator('.editor-instance .view-line span span').evaluateAll((spans) => [...new Set(spans.map((span) => span.className))]);
    await editor.eventually(async () => (await colours()).length >= 3, 'several colours', colours);
    await editor.eventually(async () => (await editor.lenses()).length > 0, 'lenses: the server has answered');
    check((await editor.squiggles()) === 0 && (await editor.squiggles('warning')) === 0, 'no squiggle', await editor.problems());
  },

  '条款上方有算例、试算、原文': async (editor) => {
    await editor.open(yuzhong);
    await editor.cursorAfter(yuzhong, '条款 1.1 ');
    let lenses = [];
    await editor.eventually(async () => {
      lenses = await editor.lenses();
      return lenses.some((lens) => /^算例 7 通过$/.test(lens)) && lenses.includes('试算') && lenses.includes('原文');
    }, 'the three lenses of clause 1.1', () => lenses);
    await editor.picture('lenses');
  },

  '语义着色': async (editor) => {
    await editor.open(yuzhong);
    const { line } = await editor.cursorAfter(yuzhong, '奖补 = min(', '条款 20 ');
    // The grammar knows no facts: a word that is a fact has a colour of its own only when the server says so.
    await editor.eventually(async () => {
      const words = await editor.page.locator('.editor-instance .view-line', { hasText: 'min(实际费用' }).first().locator('span span').evaluateAll((spans) => spans.map((span) => [span.textContent.trim(), span.className]));
      const of = (part) => words.find(([text]) => text.includes(part))?.[1];
      return of('实际费用') && of('min') && of('实际费用') !== of('min') && !words.some(([text]) => text.includes('min') && text.includes('实际费用'));
    }, `the fact of line ${line} coloured apart`);
  },

  '内嵌提示': async (editor) => {
    await editor.open(yuzhong);
    await editor.cursorAfter(yuzhong, '奖补 = min(', '条款 20 ');
    await editor.eventually(async () => (await editor.lines()).some((text) => /100万元.*1,000,000/.test(text)), '1,000,000元 behind 100万元', () => editor.lines());
  },

  '悬停显示类型、定义和引文': async (editor) => {
    await editor.open(yuzhong);
    await editor.cursorAfter(yuzhong, '奖补 = min(', '条款 20 ');
    const said = await editor.hover('实际费用', '主题活动');
    check(/金额/.test(said), 'the type', said);
    await editor.picture('hover');
    const quoted = await editor.hover('实际发生费用30%', '支持协同开展科技创新主题活动');
    check(quoted.includes('主办方'), 'the sentence in its surroundings', quoted);
  },

  '折叠': async (editor) => {
    await editor.open(yuzhong);
    await editor.cursorAfter(yuzhong, '条款 1.1 ');
    await editor.eventually(async () => (await editor.lines()).some((text) => text.includes('共担设备购置')), 'the lines of the clause');
    await editor.eventually(async () => {
      await editor.press('Control+Shift+BracketLeft');
      return !(await editor.lines()).some((text) => text.includes('牵头 区科技局') && text.includes('分担')) && !(await editor.lines()).some((text) => text.includes('分担 市级:区级'));
    }, 'the clause folded', () => editor.lines());
    await editor.press('Control+Shift+BracketRight');
    await editor.eventually(async () => (await editor.lines()).some((text) => text.includes('分担 市级:区级')), 'the clause unfolded');
  },
};
