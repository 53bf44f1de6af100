import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mutated } from './apply.ts';
import { copyOfTree } from './copy.ts';
import { type Mutation, mutations } from './mutations.ts';

/*
 * npm run mutate [-- word …]
 *
 * Breaks one promise after the other in a copy of the tree and runs the test that must notice. Words choose the mutations
 * whose promise or file holds one of them. Exits with 1 if a mutation survived.
 */

const ROOT = resolve(import.meta.dirname, '../..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const words = process.argv.slice(2);
const chosen = mutations.filter(
  ({ promise, file }) => words.length === 0 || words.some((word) => promise.includes(word) || file.includes(word)),
);

const copy = copyOfTree(ROOT);
process.on('exit', copy.remove);
process.on('SIGINT', () => process.exit(130));

const passes = (tests: readonly string[]): boolean => {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const run = spawnSync(process.execPath, [vitest, 'run', '--bail=1', ...tests], { cwd: copy.folder, stdio: 'ignore' });
  return run.status === 0;
};

const survives = (mutation: Mutation): boolean => {
  const file = join(copy.folder, mutation.file);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, mutated(text, mutation));
  try {
    return passes([mutation.test]);
  } finally {
    writeFileSync(file, text);
  }
};

const tests = [...new Set(chosen.map(({ test }) => test))];
const red = tests.filter((test) => !passes([test]));
for (const test of red) say(`red without any mutation: ${test}`);

const survivors: Mutation[] = [];
for (const mutation of chosen.filter(({ test }) => !red.includes(test))) {
  const survived = survives(mutation);
  if (survived) survivors.push(mutation);
  say(`${survived ? 'SURVIVED' : 'noticed '}  ${mutation.promise} (${mutation.file})`);
}
say(`${chosen.length} mutations, ${survivors.length} survived, ${red.length} tests red without any`);
process.exitCode = survivors.length + red.length > 0 ? 1 : 0;
