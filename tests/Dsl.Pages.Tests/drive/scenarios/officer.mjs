// An officer: runs, overview, comparison, drafts.
import fs from 'node:fs';
import path from 'node:path';
import { same } from '../visitor.mjs';

const isDone = (page) => async () => (await page.locator('#state .el-tag').innerText()).startsWith('完成');

/** Starts a run from its page; by keyboard. */
async function runAll(visitor) {
  const { page } = visitor;
  await page.getByRole('button', { name: '开始测算' }).waitFor();
  await visitor.press('main form button[type=submit]');
  await page.locator('#state').waitFor();
  await visitor.eventually(isDone(page), 'the run is done', 120_000);
  await page.locator('#sum').waitFor();
}

/** Waits until the registry of examples is imported. */
const imported = (visitor) => visitor.eventually(async () => (await visitor.service.json('/api/v1/registries')).登记.length > 0, 'the registry is imported', 120_000);

export default {
  async '只用键盘，从测算到比较'(visitor) {
    const { page } = visitor;
    await imported(visitor);
    await visitor.show('/');
    await page.locator('.page-head a[href="/officer"]').waitFor();
    await visitor.press('.page-head a[href="/officer"]');
    await runAll(visitor);
    await page.getByText('1,251,141,869元').or(page.getByTitle('1,251,141,869元')).first().waitFor();
    await visitor.press('.page-head a[href="/officer"]');
    await runAll(visitor);
    await visitor.press('.page-head a[href="/officer"]');
    await page.getByRole('button', { name: '比较', exact: true }).waitFor();
    await visitor.tabTo('#next');
    await visitor.press('#next ~ *, .card .actions button[type=button]');
    await page.getByRole('heading', { name: '两次测算比较' }).waitFor();
    await page.getByText('有变化的条款（0）').waitFor();
    await visitor.look('comparison of equal runs');
  },

  async '每一页都没有严重的无障碍问题，窄屏不横向滚动'(visitor) {
    const { page } = visitor;
    await visitor.show('/officer');
    await page.locator('#runs').waitFor();
    await visitor.look('runs');
    await page.locator('tbody th a').first().click();
    await page.locator('#sum').waitFor();
    await page.locator('canvas').first().waitFor();
    await visitor.look('overview of a run');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载结果' }).click();
    if ((await download).suggestedFilename() !== '结果.csv') throw new Error('the result is no file');
    await visitor.show('/officer/drafts');
    await visitor.look('drafts');
  },

  async '从总览一步一步看到一个主体的推导'(visitor) {
    const { page } = visitor;
    await visitor.show('/officer');
    await page.locator('#runs').waitFor();
    await page.locator('tbody th a').first().click();
    await page.locator('#sum').waitFor();
    await page.getByRole('link', { name: '看分布和主体' }).waitFor();
    await visitor.press('main .actions a[href$="/distribution"]');
    await page.locator('#clauses').waitFor();
    await page.locator('#policy').selectOption('渝中府办〔2021〕13号');
    await visitor.look('division of a run');
    const line = page.locator('tbody tr').filter({ hasText: '符合' }).first();
    const count = Number((await line.getByRole('link', { name: /^符合 \d+$/ }).innerText()).split(' ')[1]);
    await line.getByRole('link', { name: /^符合 \d+$/ }).click();
    await page.getByText(`${count} 个主体，第 1 页`).waitFor();
    await page.locator('#groups').waitFor();
    await visitor.look('subjects of a clause');
    await page.locator('[aria-label="按分类的表"] tbody a').first().click();
    await page.locator('#subjects').getByText('符合，').waitFor();
    const why = page.locator('[aria-label="为什么没有得到的表"] tbody tr').first();
    const failed = await why.locator('td').last().innerText();
    await why.getByRole('link').click();
    await page.getByText(`${failed} 个主体，第 1 页`).waitFor();
    await page.locator('#reason').fill('短');
    await visitor.press('form.field button');
    await page.getByText('原因要写 4 到 200 个字').waitFor();
    await page.locator('#reason').fill('核对申诉');
    await visitor.press('form.field button');
    await page.locator('[aria-label="主体的表"] tbody a').first().waitFor();
    await page.locator('[aria-label="主体的表"] tbody a').first().click();
    await page.getByRole('heading', { name: '一个主体的推导' }).waitFor();
    await page.getByRole('button', { name: '为什么' }).first().waitFor();
    await visitor.look('one subject of a run');
  },

  async '参数试算：曲线、旁边的表、下载'(visitor) {
    const { page } = visitor;
    await visitor.show('/officer/curves');
    await page.locator('#parameter').selectOption({ label: '市级研发补助比例（渝中府办〔2021〕13号）' });
    await visitor.look('what-if');
    await page.locator('#from').fill('5%');
    await page.locator('#to').fill('10万元');
    await page.locator('#step').fill('5%');
    await visitor.press('main form button[type=submit]');
    await page.getByText('参数“市级研发补助比例”不能是').waitFor();
    await visitor.look('a value that it cannot have');
    await page.locator('#to').fill('15%');
    await visitor.press('main form button[type=submit]');
    await page.getByRole('heading', { name: '一次参数试算' }).waitFor();
    await visitor.eventually(isDone(page), 'the try-out is done', 120_000);
    await page.locator('#curve').waitFor();
    await page.locator('canvas').first().waitFor();
    same(await page.locator('tbody th').allInnerTexts(), ['现在（10%）', '5%', '10%', '15%'], 'the values');
    await visitor.look('curve');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载表（曲线.csv）' }).click();
    same((await download).suggestedFilename(), '曲线.csv', 'the table');
    await visitor.show('/officer/curves');
    await page.locator('#made').waitFor();
    await visitor.look('try-outs');
  },

  async '草稿：改一个数，看差别，用它测算，再比较'(visitor) {
    const { page, place } = visitor;
    const folder = path.join(place.work, 'draft');
    fs.cpSync(place.policies, folder, { recursive: true, filter: (name) => !/[/\\](sample|ci|raw)$/.test(name) });
    const file = path.join(folder, '渝中府办〔2021〕13号.policy');
    const text = fs.readFileSync(file, 'utf8');
    await visitor.show('/officer/drafts');
    fs.writeFileSync(file, text.replace('奖补 = min(实际费用 * 30%, 100万元)', '奖补 = min(实际费用 * 30%, 100万'));
    await page.locator('#folder').setInputFiles(folder);
    await page.getByText('有错误，还不能试算').waitFor();
    await visitor.look('draft with errors');
    fs.writeFileSync(file, text.replace('频次 每次\n  每个 主题活动', '频次 每年\n  每个 主题活动'));
    await page.locator('#folder').setInputFiles(folder);
    await page.getByText('可以试算').waitFor();
    await page.getByText(/含义变化 \d+ 处/).waitFor();
    await visitor.look('draft that differs');
    await page.getByRole('button', { name: '用它测算全部企业' }).click();
    await runAll(visitor);
    await visitor.show('/officer');
    await page.getByRole('button', { name: '比较', exact: true }).click();
    await page.locator('#budget').waitFor();
    await visitor.look('comparison with a draft');
  },

  async '还没有账号的服务不能公布，写明怎么办'(visitor) {
    const { page } = visitor;
    await visitor.show('/officer/publications');
    await visitor.eventually(() => page.getByRole('button', { name: '提出' }).isEnabled(), 'a run is offered');
    await page.getByRole('button', { name: '提出' }).click();
    await page.getByText('服务还没有账号').waitFor();
    await page.getByText('policy account add').waitFor();
    await visitor.look('refused: no accounts');
  },
};
