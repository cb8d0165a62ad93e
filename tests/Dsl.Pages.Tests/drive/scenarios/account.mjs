// Accounts: the first password, signing out and in, what strangers see.
import { same } from '../visitor.mjs';

const password = 'Sesam-Oeffne-7';

/** An officer, who gets a one-time link. */
export const prepare = async (policy) => ({ link: new URL(await policy('account', 'add', '张三', '--role', '经办')) });

export default {
  async '用一次性链接设置密码，退出，再登录'(visitor) {
    const { page, service } = visitor;
    await visitor.show('/sign-in/password');
    await page.getByText('请打开管理员给的一次性链接').waitFor();
    await visitor.look('password page without a link');
    await visitor.show(service.prepared.link.pathname + service.prepared.link.hash);
    await page.locator('#password').waitFor();
    same(await page.locator('#name').inputValue(), '张三', 'the name of the link');
    await visitor.eventually(async () => !page.url().includes('invitation'), 'the secret leaves the address');
    await visitor.look('first password');
    await visitor.tabTo('#password');
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
    await page.getByRole('img', { name: '动态口令的二维码' }).waitFor();
    await visitor.look('authenticator');
  },

  async '用过的一次性链接不能再用'(visitor) {
    const { page, service } = visitor;
    await visitor.show(service.prepared.link.pathname + service.prepared.link.hash);
    await page.locator('#password').fill(`${password}-2`);
    await page.locator('#again').fill(`${password}-2`);
    await visitor.press('main form button[type=submit]');
    await page.getByText('一次性链接不对、已经用过或已经过期').waitFor();
    await visitor.look('a link that was used');
  },

  async '有统一身份认证的，登录页上有按钮'(visitor) {
    const { page } = visitor;
    await visitor.show('/sign-in');
    same(await page.getByRole('link', { name: /^用.*登录$/ }).count(), 0, 'no button without an identity service');
    await page.route('**/api/v1/me', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), identity: '渝快办' } });
    });
    await visitor.show('/sign-in');
    await page.getByRole('link', { name: '用渝快办登录' }).waitFor();
    same(await page.getByRole('link', { name: '用渝快办登录' }).getAttribute('href'), '/api/v1/sign-in/identity', 'where the button leads');
    await visitor.tabTo('a[href="/api/v1/sign-in/identity"]');
    await visitor.look('signing in by an identity service');
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

  async '用统一身份认证没有登录成功的，登录页写明'(visitor) {
    const { page } = visitor;
    await visitor.show('/?sign-in=failed');
    await page.getByText('用统一身份认证没有登录成功').waitFor();
    await visitor.look('refused by the identity service');
  },
};
