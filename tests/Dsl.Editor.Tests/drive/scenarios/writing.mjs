// Writing: what pops up while a user types, and that it never gets in the way.
import { check, yuzhong } from '../editor.mjs';

/** A new line in a clause: the cursor stands after the indentation. */
async function newLine(editor, text, from) {
  await editor.open(yuzhong);
  editor.touch(yuzhong);
  await editor.cursorAfter(yuzhong, text, from);
  // Until the language server is there, nothing is proposed, and the editor asks again only when more is typed.
  await editor.eventually(async () => (await editor.lenses()).length > 0, 'lenses: the language server answers', () => editor.lenses());
  await editor.press('End');
  await editor.press('Enter');
}

/** The line that the cursor is in. */
async function lineAt(editor, part) {
  return (await editor.lines()).find((line) => line.includes(part));
}

export default {
  '首字母补全事实，回车接受': async (editor) => {
    await newLine(editor, '条件 已认定 且 协同举办', '条款 20 ');
    await editor.type('条件 sjfy');
    const labels = await editor.suggested((found) => found[0] === '实际费用', '实际费用');
    await editor.picture('completion');
    await editor.accept('实际费用');
    await editor.eventually(async () => (await editor.lines()).some((line) => /条件 实际费用/.test(line)), '实际费用 behind 条件', () => editor.lines());
    check(!(await editor.lines()).some((line) => line.includes('sjfy')), 'the initials replaced', labels);
  },

  '全拼补全，汉字也行': async (editor) => {
    await newLine(editor, '条件 已认定 且 协同举办', '条款 20 ');
    await editor.type('条件 shijifeiyong');
    await editor.suggested((found) => found[0] === '实际费用', '实际费用');
    for (let i = 0; i < 'shijifeiyong'.length; i++) await editor.press('Backspace');
    await editor.type('实');
    await editor.suggested((found) => found.includes('实际费用'), '实际费用');
    await editor.accept('实际费用');
    await editor.eventually(async () => (await editor.lines()).some((line) => /条件 实际费用/.test(line)), '实际费用 behind 条件', () => editor.lines());
  },

  '补全关键词后自动列出下一个': async (editor) => {
    await newLine(editor, '条件 已认定 且 协同举办', '条款 20 ');
    await editor.type('tj');
    await editor.suggested((found) => found[0] === '条件', '条件');
    await editor.accept('条件');
    await editor.suggested((found) => found.includes('实际费用') || found.includes('已认定'), 'the facts, without a key pressed');
    await editor.type('sjfy');
    await editor.suggested((found) => found[0] === '实际费用', '实际费用');
    await editor.accept('实际费用');
    await editor.eventually(async () => (await editor.lines()).some((line) => /^ {2}条件 实际费用/.test(line)), 'the line', () => editor.lines());
  },

  '等号后列出可选的值': async (editor) => {
    await newLine(editor, '条件 重点培育', '条款 1.1 ');
    await editor.type('条件 设施类型 =');
    await editor.type(' ');
    await editor.suggested((found) => found.includes('国家实验室') && found.includes('重大科技基础设施'), 'the values of the list');
    await editor.type('gjsys');
    await editor.suggested((found) => found[0] === '国家实验室', '国家实验室');
    await editor.accept('国家实验室');
    await editor.eventually(async () => (await editor.lines()).some((line) => /条件 设施类型 = 国家实验室/.test(line)), 'the line', () => editor.lines());
  },

  '整条的样子，逐项填写': async (editor) => {
    await newLine(editor, '奖补 = min(实际费用 * 30%, 100万元)', '条款 20 ');
    await editor.press('Enter');
    await editor.press('Shift+Home');
    await editor.press('Delete');
    await editor.type('tkgs');
    await editor.suggested((found) => found[0] === '条款 公式', '条款 公式');
    await editor.accept('条款 公式');
    await editor.eventually(async () => (await editor.lines()).some((line) => line.startsWith('条款 编号 标题')), 'the clause', () => editor.lines());
    await editor.type('99');
    await editor.press('Tab');
    await editor.type('新的补贴');
    await editor.press('Tab');
    await editor.type('九');
    await editor.eventually(async () => (await editor.lines()).some((line) => line.startsWith('条款 99 新的补贴')) && (await editor.lines()).some((line) => /^ {2}条 +九$/.test(line)), 'three places filled in', () => editor.lines());
  },

  '连续输入不受打扰': async (editor) => {
    await newLine(editor, '奖补 = min(实际费用 * 30%, 100万元)', '条款 20 ');
    await editor.press('Enter');
    await editor.press('Shift+Home');
    await editor.press('Delete');
    // As somebody types who knows the language and looks at nothing: words as an input method gives them, Enter at the end of each line.
    const lines = ['条款 97 打字', '条   二(七)20', '牵头 区科技局', '频次 每次', '每个 主题活动', '条件 已认定 且 协同举办', '条件 实际费用 达到 10万元', '奖补 = min(实际费用 * 30%, 50万元)', '单位上限 实际费用 * 30%', '累计上限 0.3', '取整 到元'];
    for (const [index, line] of lines.entries()) {
      if (index > 0) await editor.page.keyboard.press('Enter');
      for (const word of line.match(/[\u4e00-\u9fff]+|./gu)) {
        if (word.length > 1 || word > '~') await editor.page.keyboard.insertText(word);
        else await editor.page.keyboard.press(word);
        await editor.page.waitForTimeout(30);
      }
      await editor.page.waitForTimeout(60);
    }
    await editor.page.keyboard.press('Escape');
    const expected = [lines[0], ...lines.slice(1).map((line) => `  ${line}`)].join('\n');
    await editor.saved(yuzhong, (text) => text.includes('条款 97'), '条款 97');
    const written = editor.read(yuzhong);
    const start = written.indexOf('条款 97');
    check(written.includes(`${expected}\n`), `exactly what was typed:\n${expected}`, written.slice(start, start + expected.length + 40));
    // On the disk as before.
    for (let i = 0; i < 60 && editor.read(yuzhong).includes('条款 97'); i++) {
      for (let j = 0; j < 10; j++) await editor.page.keyboard.press('Control+KeyZ');
      await editor.press('Control+KeyS');
      await editor.page.waitForTimeout(200);
    }
  },

  '排版整个文件': async (editor) => {
    await newLine(editor, '条件 已认定 且 协同举办', '条款 20 ');
    await editor.press('Escape');
    await editor.type('条件    实际费用   达到    10万元');
    await editor.press('Escape');
    await editor.press('Control+Shift+KeyI');
    await editor.eventually(async () => (await editor.lines()).some((line) => /^ {2}条件 实际费用 达到 10万元/.test(line)), 'the line as it should be', () => editor.lines());
    check(await lineAt(editor, '实际费用 达到'), 'the line', await editor.lines());
  },
};
