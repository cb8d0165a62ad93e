// Support under other policies on any matter, at a clause or a row: for registries that are made to compare the two computations.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const lists = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'policies', 'schema', '名录.policy');
const matters = /名录 事项 = \[([^\]]*)\]/.exec(readFileSync(lists, 'utf8'))[1].split(',').map((matter) => matter.trim());

/** Adds up to two supports. */
export function addSupport(random, enterprise) {
  for (let i = random.below(3); i > 0; i -= 1) {
    const amount = random.pick(['', random.yuan(1000, 400000), random.yuan(10000, 9000000)]);
    enterprise.otherSupport(random.pick(matters), amount, { row: random.pick(['', 'P1', 'P2']), year: random.pick(['', 2023, 2022]) });
  }
}
