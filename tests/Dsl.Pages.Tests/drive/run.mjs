// Performs the steps of steps.json on the pages of a service, one after the other, and writes what came of each.
// usage: node run.mjs PLACE.json     what is where: see UsePages in PagesRun.cs
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { Service } from './service.mjs';
import { Visitor } from './visitor.mjs';

const secondsPerStep = 300;
const place = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const list = JSON.parse(fs.readFileSync(new URL('steps.json', import.meta.url), 'utf8'));
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

/** A scenario has a service with a data folder of its own. */
async function perform(scenario, names) {
  let service, tasks, broken;
  try {
    const module = await import(`./scenarios/${scenario}.mjs`);
    tasks = module.default;
    const strangers = Object.keys(tasks).filter((name) => !names.includes(name));
    if (strangers.length) throw new Error(`not in steps.json: ${strangers.join(' ')}`);
    service = await Service.start(place, scenario, module.prepare);
  } catch (error) {
    broken = error;
  }
  for (const name of names) await step(scenario, name, broken ?? (tasks[name] ? undefined : new Error(`scenarios/${scenario}.mjs has no such step`)), tasks, service);
  await service?.stop();
}

async function step(scenario, name, broken, tasks, service) {
  const started = Date.now();
  let error = broken;
  let visitor;
  if (!error) {
    try {
      visitor = await Visitor.start(browser, service, place);
      await within(secondsPerStep, () => tasks[name](visitor));
      visitor.checkQuiet();
    } catch (caught) {
      error = caught;
      if (visitor?.troubles.length) error.stack += `\n${visitor.troubles.join('\n')}`;
    }
  }
  const shot = path.join(place.shots, `${String(results.length + 1).padStart(2, '0')}-${scenario}.png`);
  await visitor?.page.screenshot({ path: shot, timeout: 20_000 }).catch(() => undefined);
  await visitor?.close();
  const seconds = (Date.now() - started) / 1000;
  results.push({ step: `${scenario}: ${name}`, ok: !error, seconds, error: error && String(error.stack ?? error), shot });
  fs.writeFileSync(place.results, JSON.stringify(results, undefined, 2));
  console.log(`${error ? 'FAILED' : 'ok    '} ${seconds.toFixed(1)} s  ${scenario}: ${name}${error ? `\n${error.stack ?? error}` : ''}`);
}

async function within(seconds, action) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`not done within ${seconds} s`)), seconds * 1000); });
  try {
    return await Promise.race([action(), late]);
  } finally {
    clearTimeout(timer);
  }
}
