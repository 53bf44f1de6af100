import { citations, gapsIn, requirements } from './cited.ts';

/* npm run requirements: every requirement with its state and the tests that show it. Exits with 1 if there is a gap. */

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const list = requirements();
const cited = citations();
for (const { id, state, text } of list) {
  say(`${id.padEnd(6)} ${state}  ${text}`);
  for (const file of cited.get(id) ?? []) say(`              ${file}`);
}
const { uncited, unknown } = gapsIn(list, cited);
const count = (state: string): number => list.filter((one) => one.state === state).length;
say('');
say(`${list.length} requirements: ${count('done')} done, ${count('part')} in part, ${count('open')} open`);
say(`done without a test: ${uncited.join(', ') || 'none'}`);
say(`cited but not listed: ${unknown.join(', ') || 'none'}`);
process.exitCode = uncited.length + unknown.length > 0 ? 1 : 0;
