// From 核定 to the ledger: an officer decides and proposes, a reviewer approves and confirms, an auditor looks at the trail.
import fs from 'node:fs';
import { addAccounts, become } from '../accounts.mjs';
import { same } from '../visitor.mjs';

const officer = '张三', reviewer = '李四', auditor = '王五';
const amounts = '.entry input';
const primary = '.card .actions .el-button--primary';

export const prepare = (policy) => addAccounts(policy, { [officer]: '经办', [reviewer]: '审核', [auditor]: '审计' });

/** Computes all subjects, as the officer; on the usual day where none is given. */
async function compute(visitor, date = '') {
  const { page, service } = visitor;
  await visitor.eventually(async () => (await (await page.context().request.get(`${service.url}/api/v1/registries`)).json()).登记.length > 0, 'the registry is imported', 120_000);
  await visitor.show('/officer');
  await page.getByRole('button', { name: '开始测算' }).waitFor();
  await page.locator('#date').fill(date);
  await visitor.press('main form button[type=submit]');
  await page.locator('#state').waitFor();
  await visitor.eventually(async () => (await page.locator('#state .el-tag').innerText()).startsWith('完成'), 'the run is done', 120_000);
}

/** Opens the work list of the last run. */
async function openList(visitor) {
  await visitor.show('/');
  await visitor.page.locator('.page-head a[href="/officer/decisions"]').waitFor();
  await visitor.press('.page-head a[href="/officer/decisions"]');
  await visitor.page.locator(amounts).first().waitFor();
}

/** Opens the latest publication. */
async function openPublication(visitor) {
  await visitor.show('/officer/publications');
  await visitor.page.locator('tbody a[href^="/officer/publications/"]').first().waitFor();
  await visitor.press('tbody a[href^="/officer/publications/"]');
  await visitor.page.locator('#difference').waitFor();
}

export default {
  async '只用键盘，核定、提出，由另一个人批准和确认'(visitor) {
    const { page } = visitor;
    await become(visitor, officer);
    await compute(visitor);
    await openList(visitor);
    await visitor.look('work list');
    await visitor.tabTo(amounts);
    await page.keyboard.type('0.001');
    await page.keyboard.press('Enter');
    await page.locator('td .fault').getByText('精确到分').waitFor();
    same(await page.evaluate(() => document.activeElement.getAttribute('aria-invalid')), 'true', 'where the focus is');
    await visitor.look('a fault at its row');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1.5');
    await page.keyboard.press('Enter');
    await page.getByText('填写 1 笔，合计 1.50元').waitFor();
    await visitor.look('check before sending');
    await visitor.press(primary);
    await page.getByText('记下了 1 笔。').waitFor();
    await page.locator('tbody').getByText(officer).first().waitFor();
    await visitor.look('entered');
    await compute(visitor);
    await visitor.press('.page-head a[href="/officer/publications"]');
    await page.locator('#propose').waitFor();
    await visitor.eventually(() => page.locator('main form button[type=submit]').isEnabled(), 'a run is offered');
    await visitor.press('main form button[type=submit]');
    await page.locator('#difference').waitFor();
    await visitor.look('proposed');
    same(await page.getByRole('button', { name: '确认公布' }).count(), 0, 'confirming, for an officer');

    await become(visitor, reviewer, true);
    await openPublication(visitor);
    await visitor.press(primary);
    await page.getByText('还没有审核，不能公布').waitFor();
    await visitor.look('refused: not approved');
    await visitor.press('a[href="/officer/publications#sets"]');
    await page.locator('button.approve').first().waitFor();
    await visitor.look('publications');
    await visitor.press('button.approve');
    await page.locator('button.approve').first().waitFor({ state: 'detached' });
    await openPublication(visitor);
    await visitor.press(primary);
    await page.getByText('记入台账第').waitFor();
    await visitor.look('published');
    await visitor.press('main a[href="/officer/ledger"]');
    await page.getByText('第 1 至 100 笔').waitFor();
    await visitor.look('ledger');
  },

  async 自己提出的不能自己确认_测算以后有变动的不能公布(visitor) {
    const { page } = visitor;
    await become(visitor, officer);
    // Another year surely has something to publish.
    await compute(visitor, '2024-06-30');
    await become(visitor, reviewer, true);
    await visitor.show('/officer/publications');
    // The run before the one that is published, which would only show its publication.
    await page.locator('#run option').nth(2).waitFor({ state: 'attached' });
    await page.locator('#run').selectOption({ index: 2 });
    await page.getByRole('button', { name: '提出' }).click();
    await page.getByText('核定或台账有了变动').waitFor();
    await page.getByRole('link', { name: '去重新测算' }).waitFor();
    await visitor.look('refused: moved');
    await page.locator('#run').selectOption({ index: 0 });
    await page.getByRole('button', { name: '提出' }).click();
    await page.getByText('这是您自己提出的').waitFor();
    await page.getByRole('button', { name: '确认公布' }).click();
    await page.getByText('不能是同一个人').waitFor();
    await visitor.look('refused: the same person');
  },

  async 核定的表_一行不对一笔都不记_改好再交_撤回(visitor) {
    const { page } = visitor;
    await become(visitor, officer);
    await visitor.show('/officer/decisions');
    await page.locator(amounts).first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载 csv' }).click();
    const lines = fs.readFileSync(await (await download).path(), 'utf8').split(/\r?\n/);
    const column = lines[0].replace('\uFEFF', '').split(',').indexOf('金额');
    const remark = lines[0].split(',').indexOf('备注');
    const at = lines.findIndex((line, index) => index > 2 && !line.includes('"') && line.split(',')[remark] === '');
    const sheet = (amount) => ({
      name: '待核定.csv', mimeType: 'text/csv',
      buffer: Buffer.from([lines[0], lines[at].split(',').with(column, amount).join(','), ''].join('\r\n')),
    });
    await page.locator('#filled').setInputFiles(sheet('0.001'));
    await page.getByText('一笔都没有记下').waitFor();
    await visitor.look('a sheet with a mistake');
    await page.locator('#filled').setInputFiles(sheet('2'));
    await page.getByText('记下了 1 笔。').waitFor();
    await page.locator('#subject').fill(lines[at].split(',')[0]);
    await page.getByRole('button', { name: '筛选' }).click();
    const decided = page.locator('tbody td').filter({ hasText: /^\s*2元/ });
    await decided.waitFor();
    await page.locator('tbody .el-checkbox').first().click();
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('撤回 1 笔').waitFor();
    await page.getByRole('button', { name: '记下' }).click();
    await page.getByText('记下了 1 笔。').waitFor();
    await decided.waitFor({ state: 'detached' });
  },

  async '审计：筛选、写明原因看完整的、核对校验链'(visitor) {
    const { page } = visitor;
    await become(visitor, auditor);
    await visitor.show('/officer/audit');
    await page.locator('#records').waitFor();
    await visitor.look('audit');
    await page.locator('#actor').fill(reviewer);
    await page.locator('#act').fill('批准政策');
    await page.keyboard.press('Enter');
    await visitor.eventually(async () => (await page.locator('tbody tr').count()) === 1, 'the one record of the approval');
    await page.locator('#reason').fill('看');
    await page.keyboard.press('Enter');
    await page.getByText('原因要写').waitFor();
    await page.locator('#reason').fill('核对申诉');
    await page.locator('#actor').fill(auditor);
    await page.locator('#act').fill('');
    await page.keyboard.press('Enter');
    await page.locator('tbody').getByText('完整显示：核对申诉').waitFor();
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('末条的校验值，请记在别处').waitFor();
    await visitor.look('verified');
    await page.locator('#head').fill('0'.repeat(64));
    await page.getByRole('button', { name: '核对' }).click();
    await page.locator('main .el-tag').getByText('断开').waitFor();
    await visitor.look('another head');
  },
};
