// A newcomer on the first page of a service that was just started.
const mostSeconds = 120;
const card = '[aria-label="渝中府办〔2021〕13号 20 主题活动补贴"]';

export default {
  async 三次点击看到第一笔金额怎么来的(visitor) {
    const { page } = visitor;
    let clicks = 0;
    const click = async (locator) => { clicks += 1; await locator.click(); };
    await visitor.show('/');
    await click(page.getByRole('button', { name: '看一个企业' }));
    await click(page.locator(card).getByRole('button', { name: '为什么' }));
    await page.locator(card).getByText('min(260万元 × 30% = 78万元, 100万元) = 78万元').waitFor();
    // From nothing but the program and the policies: data folder made, policies compiled, pages read.
    const seconds = (Date.now() - visitor.service.began) / 1000;
    console.log(`from the start of the service to the first explained amount: ${seconds.toFixed(1)} s, ${clicks} clicks`);
    if (seconds > mostSeconds) throw new Error(`${seconds} s`);
    await visitor.picture(page.locator(card));
    if (clicks > 3) throw new Error(`${clicks} clicks`);
    await click(page.locator(card).getByRole('link', { name: '看原文' }));
    await page.locator('mark.here').getByText('给予主办方实际发生费用30%').waitFor();
  },

  async '每一页都没有严重的无障碍问题，窄屏不横向滚动'(visitor) {
    const { page } = visitor;
    await visitor.show('/');
    await page.getByRole('button', { name: '看一个企业' }).waitFor();
    await visitor.look('first page');
    await page.getByRole('button', { name: '看一个企业' }).click();
    await page.locator(card).waitFor();
    await visitor.look('result');
    await page.locator(card).getByRole('button', { name: '为什么' }).click();
    for (const depth of ['一句话', '条件和算式', '每一步']) {
      await page.locator(card).getByText(depth, { exact: true }).click();
      await visitor.look(`derivation: ${depth}`);
    }
    for (const group of await page.locator('main details > summary').all()) {
      if (!(await group.evaluate((node) => node.parentElement.open))) await group.click();
    }
    await visitor.look('result, everything open');
    await visitor.show('/policies');
    await page.getByRole('link', { name: /渝中区/ }).first().waitFor();
    await visitor.look('policies');
    await visitor.show('/policies/渝中府办〔2021〕13号');
    await visitor.look('policy');
  },
};
