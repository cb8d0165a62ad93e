// Accounts: the first password, signing out and in, what strangers see.
const password = 'Sesam-Oeffne-7';

/** An officer, who gets a one-time secret. */
export const prepare = async (policy) => ({ invitation: await policy('account', 'add', '张三', '--role', '经办') });

export default {
  async '用一次性口令设置密码，退出，再登录'(visitor) {
    const { page, service } = visitor;
    await visitor.show('/sign-in/password');
    await visitor.look('first password');
    await page.locator('#name').fill('张三');
    await page.locator('#invitation').fill(service.prepared.invitation);
    await page.locator('#password').fill('short');
    await page.locator('#again').fill('short');
    await page.keyboard.press('Enter');
    await page.getByText('密码不够强').waitFor();
    await visitor.look('weak password');
    await page.locator('#password').fill(password);
    await page.locator('#again').fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('张三（经办）').waitFor();
    await page.getByRole('button', { name: '看一个企业' }).click();
    await page.getByRole('heading', { name: '测算结果' }).waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await visitor.look('signing in');
    await page.locator('#name').fill('张三');
    await page.locator('#password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('名称或密码不对').waitFor();
    await page.locator('#password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('张三（经办）').waitFor();
    await page.getByRole('link', { name: /张三/ }).click();
    await page.getByRole('button', { name: '开始设置' }).click();
    await page.locator('#code').waitFor();
    await visitor.look('authenticator');
  },

  async 没有登录的看不到别的页面的内容(visitor) {
    const { page } = visitor;
    for (const address of ['/officer', '/policies', '/enterprise', '/officer/drafts']) {
      await visitor.show(address);
      if (address !== '/officer/drafts') await page.getByText('没有登录').first().waitFor();
    }
    await visitor.show('/');
    await page.getByRole('heading', { name: '请先登录' }).waitFor();
    await visitor.look('first page of a stranger');
  },

  async '用统一身份认证没有登录成功的，首页写明'(visitor) {
    const { page } = visitor;
    await visitor.show('/?sign-in=failed');
    await page.getByText('用统一身份认证没有登录成功').waitFor();
    await visitor.look('refused by the identity service');
  },
};
