// Writes policies/sample: a fictional registry, the same bytes on every run.
// usage: node make-sample.mjs [FOLDER [SEED]]     with a seed: enterprises by chance only, with support under other policies on any matter
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cases } from './sample/cases.mjs';
import { addDoubling } from './sample/doubling.mjs';
import { Enterprise } from './sample/enterprise.mjs';
import { fill } from './sample/filler.mjs';
import { addIntroduced } from './sample/introduced.mjs';
import { addPeople } from './sample/people.mjs';
import { Random } from './sample/random.mjs';
import { addSupport } from './sample/support.mjs';
import { Registry } from './sample/tables.mjs';

const [folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'policies', 'sample'), seed] = process.argv.slice(2);
const isSample = seed === undefined;
const [enterprises, percentage] = isSample ? [400, '10%'] : [1000, '7%'];
const registry = new Registry();
const random = new Random(isSample ? 20210621 : Number(seed));

for (let number = 1; number <= enterprises; number += 1) {
  const enterprise = new Enterprise(registry, number);
  if (isSample && number <= cases.length) cases[number - 1][1](enterprise);
  else fill(random, enterprise);
  if (!isSample) addSupport(random, enterprise);
  enterprise.finish();
}
addPeople(registry, random);
addIntroduced(registry, new Random(isSample ? 20191227 : Number(seed) + 20191227));
addDoubling(registry, new Random(isSample ? 20230329 : Number(seed) + 20230329));
registry.add('参数', { 参数: '市级研发补助比例', 值: percentage });
registry.write(folder);
console.log(`${folder}: 企业 ${registry.count('企业')}，人才 ${registry.count('人才')}，核定 ${registry.count('核定')}，兑现记录 ${registry.count('兑现记录')}`);
