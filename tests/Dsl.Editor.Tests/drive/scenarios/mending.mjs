// Mistakes: shown in place, described in Chinese, fixed with the keyboard.
import { check, yuzhong } from '../editor.mjs';

const schema = 'schema/企业.policy';

export default {
  '写错一行：波浪线和问题面板，撤销后没有了': async (editor) => {
    await editor.open(yuzhong);
    editor.touch(yuzhong);
    await editor.cursorAfter(yuzhong, '奖补 = min(实际费', '条款 20 ');
    await editor.type('错', 60);
    await editor.press('Escape');
    await editor.eventually(async () => (await editor.squiggles()) > 0, 'a squiggle');
    const rows = await editor.problem('实际费错用');
    check(rows.some((row) => /DSL\d{4}/.test(row)), 'the code of the finding', rows);
    await editor.picture('finding');
    await editor.cursorAfter(yuzhong, '奖补 = min(实际费', '条款 20 ');
    await editor.press('Control+KeyZ');
    await editor.eventually(async () => (await editor.squiggles()) === 0, 'no squiggle after undo', () => editor.lines());
    await editor.eventually(async () => (await editor.problems()).every((row) => !row.includes('DSL')), 'no problem after undo', () => editor.problems());
  },

  '快速修复：写错的事实名': async (editor) => {
    await editor.open(yuzhong);
    editor.touch(yuzhong);
    await editor.cursorAfter(yuzhong, '奖补 = min(实际费', '条款 20 ');
    await editor.press('Delete');
    await editor.type('佣');
    await editor.press('Escape');
    await editor.eventually(async () => (await editor.squiggles()) > 0, 'a squiggle', () => editor.lines());
    const rows = await editor.fixes('实际费用');
    await editor.picture('quick-fix');
    await editor.apply('实际费用', rows);
    await editor.eventually(async () => (await editor.lines()).some((line) => line.includes('奖补 = min(实际费用 * 30%')), 'the name mended', () => editor.lines());
    await editor.eventually(async () => (await editor.squiggles()) === 0, 'no squiggle');
  },

  '快速修复：在数据定义里创建事实': async (editor) => {
    await editor.open(yuzhong);
    editor.touch(yuzhong);
    editor.touch(schema);
    await editor.cursorAfter(yuzhong, '条件 已认定 且 协同举办', '条款 20 ');
    await editor.press('Enter');
    await editor.type('条件 现场活动已备案');
    await editor.press('Escape');
    await editor.cursorAt((await editor.after(yuzhong, '条件 已认定 且 协同举办', '条款 20 ')).line + 1, 7);
    await editor.eventually(async () => (await editor.squiggles()) > 0, 'a squiggle', () => editor.lines());
    const rows = await editor.fixes('现场活动已备案');
    await editor.apply('现场活动已备案', rows);
    await editor.eventually(async () => (await editor.squiggles()) === 0, 'no squiggle: the fact is there');
    await editor.open(schema);
    await editor.cursorAt((await editor.after(schema, '明细 主题活动')).line, 1);
    await editor.eventually(async () => (await editor.lines()).some((line) => /现场活动已备案\s*: 是否/.test(line)), 'the fact in the schema', () => editor.lines());
  },

  '改数据定义，政策里马上有问题': async (editor) => {
    await editor.open(schema);
    editor.touch(schema);
    await editor.cursorAfter(schema, '\n  实际费', '明细 主题活动');
    await editor.type('新', 60);
    await editor.press('Escape');
    const rows = await editor.problem('实际费用');
    check(rows.some((row) => row.includes(yuzhong)), `a problem of ${yuzhong}`, rows);
    await editor.press('Control+Digit1');
    await editor.press('Control+KeyZ');
    await editor.eventually(async () => !(await editor.problems()).some((row) => row.includes('DSL2')), 'no problem after undo', () => editor.problems());
  },
};
