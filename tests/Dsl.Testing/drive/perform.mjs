// Performs the steps of a steps.json in a browser, one after the other, and writes what came of each. The drives of editor and pages say
// what a scenario begins with, what a step gets, and what is put away again.
import fs from 'node:fs';
import path from 'node:path';

/** What is where: the file that the tests wrote, named on the command line. */
export const place = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));

/**
 * Performs all steps of a folder.
 *
 * - `chromium`: the browser of playwright-core, which each drive has installed for itself
 * - `folder`: the address of the folder with steps.json and scenarios/
 * - `seconds`: the most that a step may take
 * - `begin(browser, scenario, module)`: what all steps of a scenario share
 * - `enter(browser, shared)`: what one step gets: it has a `page`
 * - `check(given)`: after a step that went well; fails where something is wrong
 * - `leave(given)`: after a step
 * - `end(shared)`: after the last step
 */
export async function performAll({ chromium, folder, seconds, begin, enter, check, leave, end }) {
  const list = JSON.parse(fs.readFileSync(new URL('steps.json', folder), 'utf8'));
  const results = [];
  const browser = await chromium.launch({
    executablePath: place.browser,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    for (const { scenario, steps } of list) {
      if (place.only?.length && !place.only.includes(scenario)) continue;
      await perform(scenario, steps);
    }
  } finally {
    await browser.close();
  }

  async function perform(scenario, names) {
    let shared, tasks, broken;
    try {
      const module = await import(new URL(`scenarios/${scenario}.mjs`, folder));
      tasks = module.default;
      const strangers = Object.keys(tasks).filter((name) => !names.includes(name));
      if (strangers.length) throw new Error(`not in steps.json: ${strangers.join(' ')}`);
      shared = await begin(browser, scenario, module);
    } catch (error) {
      broken = error;
    }
    for (const name of names) await step(scenario, name, { shared, task: tasks?.[name], broken });
    if (shared) await end(shared);
  }

  async function step(scenario, name, { shared, task, broken }) {
    const started = Date.now();
    let error = broken ?? (task ? undefined : new Error(`scenarios/${scenario}.mjs has no such step`));
    let given;
    if (!error) {
      try {
        given = await enter(browser, shared);
        await within(seconds, () => task(given));
        await check(given);
      } catch (caught) {
        error = caught;
        if (given?.troubles?.length) error.stack += `\n${given.troubles.join('\n')}`;
      }
    }
    const shot = path.join(place.shots, `${String(results.length + 1).padStart(2, '0')}-${scenario}.png`);
    await given?.page.screenshot({ path: shot, timeout: 20_000 }).catch(() => undefined);
    const taken = (Date.now() - started) / 1000;
    results.push({ step: `${scenario}: ${name}`, ok: !error, seconds: taken, error: error && String(error.stack ?? error), shot });
    fs.writeFileSync(place.results, JSON.stringify(results, undefined, 2));
    console.log(`${error ? 'FAILED' : 'ok    '} ${taken.toFixed(1)} s  ${scenario}: ${name}${error ? `\n${error.stack ?? error}` : ''}`);
    if (given) await within(seconds, () => leave(given)).catch((caught) => console.log(`not tidy: ${caught}`));
  }
}

/** Does something in a bounded time. */
export async function within(seconds, action) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`not done within ${seconds} s`)), seconds * 1000); });
  try {
    return await Promise.race([action(), late]);
  } finally {
    clearTimeout(timer);
  }
}
