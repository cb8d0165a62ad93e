// An enterprise: the form by keyboard and to its end, the sheet, mistakes.
import { same } from '../visitor.mjs';

const policy = '渝府办发〔2022〕56号';
// One of whom the registry of examples has much; what others decided of it is left out.
const richKey = 'YB0013';
const records = ['核定', '兑现记录'];

/** Answers every question of the page that is shown, with what `known` says, else with 不清楚; by keyboard alone. */
async function answerPage(visitor, known) {
  const { page } = visitor;
  const asked = [];
  await visitor.tabTo('fieldset.question input, fieldset.question select');
  for (const question of await page.locator('fieldset.question').all()) {
    const title = (await question.locator('legend').innerText()).trim();
    const answer = known(title);
    asked.push(title);
    const number = await question.evaluate((node) => [...node.parentElement.querySelectorAll('fieldset.question')].indexOf(node));
    const inside = `fieldset.question:nth-of-type(${number + 1})`;
    if (await question.locator('input[type=radio]').count()) await pickRadio(visitor, inside, answer ?? '不清楚');
    else if (await question.locator('select').count()) await pickOption(visitor, inside, answer ?? '不清楚');
    else if (answer === undefined) await visitor.press(`${inside} input[type=checkbox]`, 'Space');
    else {
      await visitor.tabTo(`${inside} input[type=text]`);
      await page.keyboard.insertText(answer);
    }
  }
  return asked;
}

/** Arrows go through the radios of a group; Space takes the first. */
async function pickRadio(visitor, inside, answer) {
  const { page } = visitor;
  await visitor.tabTo(`${inside} input[type=radio]`);
  await page.keyboard.press('Space');
  for (let pressed = 0; pressed < 20; pressed++) {
    const chosen = await page.evaluate(() => document.activeElement.closest('label').innerText.trim());
    if (chosen === answer) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${inside}: no ${answer}`);
}

/** Letters choose in a list. */
async function pickOption(visitor, inside, answer) {
  const { page } = visitor;
  await visitor.tabTo(`${inside} select`);
  for (let pressed = 0; pressed < 40; pressed++) {
    if (await page.evaluate(() => document.activeElement.selectedOptions[0]?.text) === answer) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${inside}: no ${answer}`);
}

export default {
  async '只用键盘，从填写到告知单'(visitor) {
    const { page } = visitor;
    await visitor.show('/');
    await page.getByRole('link', { name: '开始填写' }).waitFor();
    await visitor.press('main a[href="/enterprise"]');
    await page.locator('#policy').waitFor();
    await visitor.look('start of the form');
    await visitor.tabTo('#key');
    await page.keyboard.insertText('91500103MA60YZ0X01');
    await visitor.tabTo('#policy');
    for (let pressed = 0; pressed < 10 && (await page.locator('#policy').inputValue()) !== policy; pressed++) await page.keyboard.press('ArrowDown');
    await visitor.press('main form button[type=submit]');
    await page.locator('#topic').waitFor();
    await visitor.look('first page of the form');
    for (let pages = 0; pages < 30 && !page.url().endsWith('/result'); pages++) {
      const topic = await page.locator('#topic').evaluate((node) => node.innerText + node.nextElementSibling.innerText);
      await answerPage(visitor, (title) => (title.startsWith('有没有') ? '没有' : undefined));
      await visitor.press('fieldset ~ .actions button[type=submit]');
      await visitor.eventually(async () => page.url().endsWith('/result')
        || (await page.locator('#topic').evaluate((node) => node.innerText + node.nextElementSibling.innerText)) !== topic, 'the next page');
    }
    await page.getByRole('heading', { name: '测算结果' }).waitFor();
    await page.getByRole('button', { name: '告知单（可打印）' }).waitFor();
    await visitor.tabTo('main .actions button + button');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '惠企政策测算告知单' }).waitFor();
    await visitor.look('sheet');
  },

  async '只问一半以下的事实，结果与事实齐全时相同'(visitor) {
    const { page, service } = visitor;
    const facts = await fullFacts(service);
    const all = await service.json('/api/v1/evaluate', facts);
    const schema = await service.json('/api/v1/schema');
    const enterprise = schema.对象.find((kind) => kind.名称 === '企业');
    const count = [enterprise, ...enterprise.明细].reduce((sum, table) => sum + table.字段.length, 0);
    await visitor.show('/enterprise');
    await page.locator('#key').fill('91500103MA60YZ0X01');
    await page.getByRole('button', { name: '开始', exact: true }).click();
    await page.locator('#topic').waitFor();
    const results = [];
    page.on('response', (response) => { if (response.url().includes('/api/v1/evaluate?')) results.push(response.json()); });
    const asked = new Set();
    for (let pages = 0; pages < 100 && !page.url().endsWith('/result'); pages++) {
      const at = await page.locator('#topic + p').innerText();
      for (const title of await fillPage(page, facts)) asked.add(title.replace(/^(\S+) .+：/, '$1：'));
      await page.getByRole('button', { name: '下一页' }).click();
      await visitor.eventually(async () => page.url().endsWith('/result') || (await page.locator('#topic + p').innerText()) !== at, 'the next page');
    }
    await page.locator('#total').waitFor();
    const result = await results.at(-1);
    if (asked.size * 2 > count) throw new Error(`${asked.size} questions of ${count} facts`);
    same(result.政策.flatMap((one) => one.条款.map((clause) => [one.文号, clause.条款, clause.状态, clause.金额])),
      all.条款.map((clause) => [clause.文号, clause.条款, clause.状态, clause.金额]), 'the clauses');
    console.log(`       asked ${asked.size} of ${count} facts`);
  },

  async '告知单打印在 A4 上'(visitor) {
    const { page } = visitor;
    await visitor.show('/');
    await page.getByRole('button', { name: '看一个企业' }).click();
    await page.getByRole('button', { name: '补充资料' }).click();
    await page.getByText(/还有 \d+ 问，最多再影响/).waitFor();
    await page.getByText('已知的事实').click();
    await page.getByText('示例（一个企业.json）').first().waitFor();
    await visitor.look('known facts');
    await page.getByRole('button', { name: '看现在的结果' }).click();
    await page.getByRole('button', { name: '告知单（可打印）' }).click();
    await page.getByRole('heading', { name: '惠企政策测算告知单' }).waitFor();
    const { 政策版本: hash } = await visitor.service.json('/api/v1/policies');
    await page.getByText(hash).waitFor();
    await page.emulateMedia({ media: 'print' });
    same([await page.locator('.page-head').isVisible(), await page.getByRole('button', { name: '打印' }).isVisible()], [false, false], 'what is not printed');
    // 210 mm less the margins, at 96 pixels an inch.
    await page.setViewportSize({ width: 672, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > 672) throw new Error(`the sheet is ${wide} pixels wide`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    if (!/\/MediaBox \[0 0 (594\.\d+|595(\.\d+)?) (841(\.\d+)?|842)\]/.test(pdf.toString('latin1'))) throw new Error('the sheet is not on A4');
  },

  async '写错的说在原处，答过的页不动'(visitor) {
    const { page } = visitor;
    await visitor.show('/enterprise');
    await page.getByRole('button', { name: '开始', exact: true }).click();
    await page.getByText('请填写统一社会信用代码').waitFor();
    await visitor.look('nothing typed');
    await page.locator('#key').fill('91500103MA60YZ0X01');
    await page.getByRole('button', { name: '开始', exact: true }).click();
    await page.locator('#topic').waitFor();
    await page.getByText(/还有 \d+ 问，最多再影响/).waitFor();
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('请回答，或者选「不清楚」').first().waitFor();
    await visitor.look('nothing answered');
    const titles = () => page.locator('fieldset.question legend').allInnerTexts();
    const first = await titles();
    await fillPage(page, { 企业: {} });
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 2 页').waitFor();
    await page.getByRole('button', { name: '上一页' }).click();
    await page.getByText('第 1 页').waitFor();
    same(await titles(), first, 'the first page');
  },
};

/** What the registry of examples has of one enterprise. */
async function fullFacts(service) {
  for (let tries = 0; tries < 120 && !(await service.json('/api/v1/registries')).登记.length; tries++) await new Promise((done) => { setTimeout(done, 500); });
  const { 事实: facts } = await service.json(`/api/v1/subjects?kind=${encodeURIComponent('企业')}&key=${richKey}`);
  for (const name of records) delete facts[name];
  return facts;
}

/** Fills the page by mouse and typing with what facts say; the titles of its questions. */
async function fillPage(page, facts) {
  const questions = await page.locator('fieldset.question').all();
  const titles = [];
  for (const question of questions) {
    const title = (await question.locator('legend').innerText()).trim();
    titles.push(title);
    const { kind, value } = answerTo(title, facts);
    if (kind === 'rows') await fillRows(question, value);
    else if (await question.locator('input[type=radio]').count()) await chooseRadio(question, value ?? '不清楚');
    else if (await question.locator('select').count()) await question.locator('select').selectOption({ label: value ?? '不清楚' });
    else if (value === undefined) await question.locator('.el-checkbox').click();
    else await question.locator('input').first().fill(value);
  }
  return titles;
}

async function chooseRadio(question, value) {
  const radio = question.locator('.el-radio').filter({ has: question.page().getByText(value, { exact: true }) });
  if (await radio.count()) {
    await radio.click();
    return;
  }
  await question.locator('.el-radio', { hasText: /^其他$/ }).click();
  await question.locator('input[type=text]').fill(value);
}

async function fillRows(question, keys) {
  await question.locator('.el-radio', { hasText: keys.length ? /^有$/ : /^没有$/ }).click();
  for (let index = 0; index < keys.length; index++) {
    if (index > 0) await question.getByRole('button', { name: '再加一行' }).click();
    const key = question.locator('li input').nth(index);
    // Rows without a key are numbered.
    if (await key.count()) await key.fill(keys[index]);
  }
}

function answerTo(title, facts) {
  const table = /^有没有(.+)$/.exec(title);
  if (table) return { kind: 'rows', value: (facts[table[1]] ?? []).map((row) => Object.values(row)[0]) };
  const row = /^(\S+) (.+)：(.+?)？?$/.exec(title);
  const value = row ? facts[row[1]]?.find((one) => Object.values(one)[0] === row[2])?.[row[3]] : facts.企业[title.replace(/？$/, '')];
  return { kind: 'value', value: value === undefined ? undefined : String(value) };
}
