import { expect, test, vi } from 'vitest';
import * as gateway from '../../../shared/gateway/index.ts';
import type { Outcome, SandboxFile } from '../../../shared/sandbox/index.ts';
import {
  begin,
  buildAsItIs,
  filesOf,
  inBuilds,
  newProject,
  sandboxOf,
  workOnce,
} from '../../support/builder/in-builds.ts';
import { type AskedRole, chatAs, competentTeam } from '../../support/builder/scripted-team.ts';

/* Requirements: BT4, BT5. */

vi.mock(import('../../../shared/gateway/index.ts'), async (original) => ({ ...(await original()), chat: vi.fn() }));

inBuilds();

const WRONG = 'export const add = (a, b) => a - b;\n';
const RIGHT = 'export const add = (a, b) => a + b;\n';

/** Its tests pass where the sum is right. */
const sandbox = sandboxOf(({ files }): Partial<Outcome> => {
  const file: SandboxFile | undefined = files.get('src/add.js');
  const isRight = Buffer.from(file?.content ?? '').toString() === RIGHT;
  return { exit: isRight ? 0 : 1, output: `${isRight ? 'ok' : 'not ok'} - adds up\n1..1\n` };
});

/** The hunter mends the sum, and writes something that nobody asked for. */
const hunter = ({ input }: AskedRole): object =>
  input.includes('New log lines')
    ? {
        hypothesis: 'It subtracts.',
        edits: [
          { path: 'src/add.js', find: 'a - b', replace: 'a + b' },
          { path: 'src/unasked.js', content: 'export const unasked = true;\n' },
        ],
      }
    : { suspicion: 'The sum.', logs: [] };

const verdictsOn = (input: string, isWanted: (path: string) => boolean): object => ({
  verdicts: [...input.matchAll(/^### (h\d+) (\S+)/gm)].map(([, hunk, path = '']) => ({
    hunk,
    verdict: isWanted(path) ? 'apply' : 'ignore',
    reason: isWanted(path) ? 'It is right.' : 'Nobody asked for it.',
  })),
});

/** A build whose only part has a wrong sum; `isWanted` is what the reviewer says to each file of the fix. */
const builtWith = async (isWanted: (path: string) => boolean) => {
  const team = competentTeam([{ id: 'add', path: 'src/add.js', content: WRONG }]);
  vi.mocked(gateway.chat).mockImplementation(
    chatAs((asked) => {
      if (asked.role === 'bug_hunter') return hunter(asked);
      if (asked.role === 'reviewer' && asked.input.includes('Mend what fails'))
        return verdictsOn(asked.input, isWanted);
      return team(asked);
    }),
  );
  const project = newProject();
  const { id } = await begin(project);
  await workOnce(project, id, { sandbox });
  return { build: await buildAsItIs(project, id), files: await filesOf(project) };
};

test('of what the bug hunter changed, only what the reviewer accepts gets into the files', async () => {
  const { build, files } = await builtWith((path) => path === 'src/add.js');
  expect(build).toMatchObject({ state: 'completed', stage: 'done' });
  expect(files).toEqual({ 'src/add.js': RIGHT, 'README.md': '# A thing\n' });
});

test('a fix that the reviewer does not accept is not kept, and the build says so at its end', async () => {
  const { build, files } = await builtWith(() => false);
  expect(build).toMatchObject({ state: 'failed', stage: 'given_up' });
  expect(build.error?.detail).toContain('A fix was found, and could not be kept.');
  expect(build.error?.detail).toContain('Nobody asked for it.');
  expect(files).toEqual({ 'src/add.js': WRONG });
});
