// Drives the real editor as steps.json says. A scenario has a copy of the policies of its own, and a browser without memory.
// usage: node run.mjs PLACE.json     what is where: see Drive in EditorRun.cs
import { chromium } from 'playwright-core';
import { performAll, place, within } from '../../Dsl.Testing/drive/perform.mjs';
import { Editor } from './editor.mjs';

// Tests of other parts run beside this: what takes seconds alone may take a minute.
const seconds = 240;

await performAll({
  chromium,
  folder: new URL('./', import.meta.url),
  seconds,
  begin: (browser, scenario) => within(seconds, () => Editor.start(browser, place, scenario)),
  enter: (_browser, editor) => editor,
  check: () => undefined,
  leave: (editor) => editor.tidy(),
  end: (editor) => editor.close().catch(() => undefined),
});
