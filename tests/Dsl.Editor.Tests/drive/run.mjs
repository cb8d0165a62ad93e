// Performs the steps of steps.json in the real editor, one after the other, and writes what came of each.
// usage: node run.mjs PLACE.json     what is where: see `Place` in EditorRun.cs
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { Editor } from './editor.mjs';

const secondsPerStep = 100;
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

/** A scenario has a copy of the policies of its own, and a browser without memory. */
async function perform(scenario, names) {
  let editor, tasks, broken;
  try {
    tasks = (await import(`./scenarios/${scenario}.mjs`)).default;
    const strangers = Object.keys(tasks).filter((name) => !names.includes(name));
    if (strangers.length) throw new Error(`not in steps.json: ${strangers.join(' ')}`);
    editor = await within(secondsPerStep, () => Editor.start(browser, place, scenario));
  } catch (error) {
    broken = error;
  }
  for (const name of names) {
    const started = Date.now();
    let error = broken ?? (tasks[name] ? undefined : new Error(`scenarios/${scenario}.mjs has no such step`));
    if (!error) {
      try {
        await within(secondsPerStep, () => tasks[name](editor));
      } catch (caught) {
        error = caught;
      }
    }
    const shot = path.join(place.shots, `${String(results.length + 1).padStart(2, '0')}-${scenario}-${name}.png`);
    await editor?.page.screenshot({ path: shot, timeout: 20_000 }).catch(() => undefined);
    results.push({ step: `${scenario}: ${name}`, ok: !error, seconds: (Date.now() - started) / 1000, error: error && String(error.stack ?? error), shot });
    fs.writeFileSync(place.results, JSON.stringify(results, undefined, 2));
    console.log(`${error ? 'FAILED' : 'ok    '} ${((Date.now() - started) / 1000).toFixed(1)} s  ${scenario}: ${name}${error ? `\n${error.stack ?? error}` : ''}`);
    if (!broken) await within(secondsPerStep, () => editor.tidy()).catch((caught) => console.log(`not tidy: ${caught}`));
  }
  await editor?.close().catch(() => undefined);
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
