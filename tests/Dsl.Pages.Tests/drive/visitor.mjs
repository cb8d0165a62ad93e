// Who uses the pages: clicks or keys, and what is always looked at: other origins, refused styles, errors, accessibility, widths.
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';

const mostTabs = 400;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

export class Visitor {
  static async start(browser, service, place) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', acceptDownloads: true });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const visitor = new Visitor(service, place, page);
    await page.addInitScript(() => {
      globalThis.refusals = [];
      document.addEventListener('securitypolicyviolation', (event) => globalThis.refusals.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${service.url}/`) && !/^(blob|data):/.test(request.url())) visitor.troubles.push(`asks elsewhere: ${request.url()}`);
    });
    page.on('pageerror', (error) => visitor.troubles.push(`error: ${error.stack ?? error}`));
    page.on('console', (message) => {
      if (/Content Security Policy|\[Vue warn\]/i.test(message.text())) visitor.troubles.push(message.text());
    });
    return visitor;
  }

  constructor(service, place, page) {
    Object.assign(this, { service, place, page, troubles: [] });
  }

  async close() {
    await this.page.context().close();
  }

  /** Opens an address and waits for its heading. */
  async show(address) {
    await this.page.goto(this.service.url + address);
    await this.page.locator('h1').first().waitFor();
  }

  /** The picture of README: the upper part of something, in a narrow window. */
  async picture(locator) {
    const size = this.page.viewportSize();
    await this.page.setViewportSize({ width: 820, height: 1600 });
    await this.page.evaluate(() => scrollTo(0, 0));
    const { x, y, width, height } = await locator.boundingBox();
    await this.page.screenshot({ path: path.join(this.place.shots, 'README.png'), fullPage: true, clip: { x, y, width, height: Math.min(height, 585) } });
    await this.page.setViewportSize(size);
  }

  /** Fails where anything came from elsewhere, was refused or broke. */
  checkQuiet() {
    if (this.troubles.length) throw new Error(this.troubles.join('\n'));
  }

  /** The state that is on the screen: nothing refused, nothing serious for axe, nothing to scroll sideways at the widths of phones. */
  async look(name) {
    const refusals = await this.page.evaluate(() => globalThis.refusals ?? []);
    if (refusals.length) throw new Error(`${name}: refused by the Content-Security-Policy:\n${refusals.join('\n')}`);
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(rules).analyze();
    const serious = violations.filter((found) => found.impact === 'serious' || found.impact === 'critical');
    if (serious.length) throw new Error(`${name}: ${serious.map((found) => `${found.id}: ${found.nodes.slice(0, 5).map((node) => `${node.html.slice(0, 300)} ${node.failureSummary}`).join('\n  ')}`).join('\n')}`);
    const size = this.page.viewportSize();
    // 320 pixels are what is left of a window of 1280 at 400 %.
    for (const width of [360, 320]) {
      await this.page.setViewportSize({ width, height: 640 });
      await this.page.waitForTimeout(150);
      const wide = await this.page.evaluate(() => {
        const most = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= most) return '';
        const inFrame = (node) => node.parentElement?.closest('.frame, .box') ?? null;
        return [...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().right > most + 1 && !inFrame(node)).slice(0, 5).map((node) => node.outerHTML.slice(0, 200)).join('\n');
      });
      if (wide) throw new Error(`${name}: wider than ${width} pixels:\n${wide}`);
    }
    await this.page.setViewportSize(size);
  }

  /** Moves the focus with Tab to what a selector means, as one without a mouse does. */
  async tabTo(selector, key = 'Tab') {
    for (let pressed = 0; pressed < mostTabs; pressed++) {
      if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`no Tab leads to ${selector}`);
  }

  /** Moves to something by Tab and presses it. */
  async press(selector, key = 'Enter') {
    await this.tabTo(selector);
    await this.page.keyboard.press(key);
  }

  /** Waits until something holds. */
  async eventually(holds, what, most = 60_000) {
    for (const end = Date.now() + most; Date.now() < end;) {
      if (await holds()) return;
      await this.page.waitForTimeout(200);
    }
    throw new Error(`not within ${most / 1000} s: ${what}`);
  }
}

/** Fails where two things are not the same. */
export function same(found, wanted, what) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}
