import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases, ROOT, shownBy } from './listed.ts';
import { isAsWanted, type Outcome, outcomesIn, type Report, resultOf } from './outcomes.ts';

/*
 * npm run cases [-- id …]
 *
 * Runs the tests of every case, or of some, and prints the cases: the input, what came of it before, and now. Exits with 1 if
 * a case has no test or a failing one.
 */

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const words = process.argv.slice(2);
const chosen = cases().filter(({ id }) => words.length === 0 || words.includes(id));
const shown = shownBy();
const files = [...new Set(chosen.flatMap(({ id }) => shown.get(id) ?? []))];

/** Within a full name, which begins with the titles of its groups: `^` alone would miss the titles of tests. */
const filterOf = (ids: readonly string[]): string => `(^|[ ,])(${ids.join('|')})(, [GR]\\d+)*: `;

const outcomes = (): Map<string, Outcome> => {
  if (files.length === 0) return new Map();
  const folder = mkdtempSync(join(tmpdir(), 'artel-cases-'));
  try {
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const report = join(folder, 'report.json');
    const reporters = ['--reporter=json', `--outputFile=${report}`, '--reporter=dot'];
    const filter = filterOf(chosen.map(({ id }) => id));
    // Its own output tells of failures, and stays apart from the table.
    spawnSync(process.execPath, [vitest, 'run', ...reporters, '-t', filter, ...files], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
    });
    return outcomesIn(JSON.parse(readFileSync(report, 'utf8')) as Report);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const ended = outcomes();
for (const { id, input, before, now } of chosen) {
  say(`${id.padEnd(4)} ${input}`);
  say(`     before: ${before}`);
  say(`     wanted: ${now}`);
  say(`     now:    ${resultOf(ended.get(id))}`);
}
const open = chosen.filter(({ id }) => !isAsWanted(ended.get(id)));
say('');
say(`${chosen.length} cases: ${chosen.length - open.length} as wanted, ${open.length} not`);
for (const { id } of open) say(`  ${id}: ${resultOf(ended.get(id))}`);
process.exitCode = open.length > 0 || chosen.length === 0 ? 1 : 0;
