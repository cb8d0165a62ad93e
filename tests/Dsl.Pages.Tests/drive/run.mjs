// Uses the pages of a service as steps.json says. A scenario has a service with a data folder of its own, a step a browser without memory.
// usage: node run.mjs PLACE.json     what is where: see UsePages in PagesRun.cs
import { chromium } from 'playwright-core';
import { performAll, place } from '../../Dsl.Testing/drive/perform.mjs';
import { Service } from './service.mjs';
import { Visitor } from './visitor.mjs';

await performAll({
  chromium,
  folder: new URL('./', import.meta.url),
  seconds: 300,
  begin: (_browser, scenario, module) => Service.start(place, scenario, module.prepare),
  enter: (browser, service) => Visitor.start(browser, service, place),
  check: (visitor) => visitor.checkQuiet(),
  leave: (visitor) => visitor.close(),
  end: (service) => service.stop(),
});
