import { describe, expect, test, vi } from 'vitest';
import { continueBuild, fixBuild } from '../../../shared/builder/index.ts';
import { DAY, MINUTE } from '../../../shared/core/clock.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import * as gateway from '../../../shared/gateway/index.ts';
import {
  capture,
  end,
  extend,
  listPreviews,
  MAX_PREVIEWS,
  publish,
  type Report,
  shownAt,
} from '../../../shared/previews/index.ts';
import {
  begin,
  buildAsItIs,
  eventsOf,
  filesOf,
  inBuilds,
  newProject,
  sandboxOf,
  workOnce,
} from '../../support/builder/in-builds.ts';
import { greetingHunter, PAGE_PARTS, RIGHT, WRONG } from '../../support/builder/page.ts';
import { type AskedRole, chatAs, competentTeam } from '../../support/builder/scripted-team.ts';

/* Requirements: BT6, BT9. */

vi.mock(import('../../../shared/gateway/index.ts'), async (original) => ({ ...(await original()), chat: vi.fn() }));

inBuilds();

const MESSAGE = "TypeError: Cannot read properties of undefined (reading 'trim')";

/** The greeting fails, for whoever calls it, as long as it is the wrong one. */
const sandbox = sandboxOf(({ files, command }) => {
  const text = Buffer.from(files.get('src/greet.js')?.content ?? '').toString();
  const fails = command.includes('.hunt/') && text === WRONG;
  return fails ? { exit: 1, output: `${MESSAGE}\n    at greet (/files/src/greet.js:1:40)\n` } : {};
});

const plays = (hunter: (asked: AskedRole) => unknown = greetingHunter): void => {
  const team = competentTeam(PAGE_PARTS);
  vi.mocked(gateway.chat).mockImplementation(
    chatAs((asked) => {
      if (asked.role === 'troubleshooter') return { likely_cause: 'Nobody knows.', next: ['Look at it.'] };
      return asked.role === 'bug_hunter' ? hunter(asked) : team(asked);
    }),
  );
};

const built = async (): Promise<{ project: ProjectScope; id: string; url: string }> => {
  plays();
  const project = newProject();
  const { id } = await begin(project);
  await workOnce(project, id, { sandbox });
  const { preview } = await buildAsItIs(project, id);
  return { project, id, url: preview?.url ?? '' };
};

const tokenIn = (url: string): string => new URL(url).hostname.split('.')[0] ?? '';

/** What a browser says that has the page open, as it is at a version. */
const reports = async (url: string, version: number): Promise<void> => {
  const shown = await shownAt(tokenIn(url));
  if (!shown) throw new Error('There is no preview at the address.');
  const report: Report = {
    ...{
      kind: 'error',
      message: `Uncaught ${MESSAGE}`,
      source: `${url}src/greet.js`,
      line: 1,
      column: 40,
      page: '/',
      version,
    },
    stack: `${MESSAGE}\n    at greet (${url}src/greet.js:1:40)\n    at ${url}main.js:2:18`,
  };
  expect(await capture(shown, report)).toBe(true);
};

const fixed = async (project: ProjectScope, id: string) => {
  const fix = await fixBuild(project, id, {});
  await workOnce(project, fix.id, { sandbox });
  return buildAsItIs(project, fix.id);
};

const newestOf = async (project: ProjectScope, id: string): Promise<number> =>
  (await buildAsItIs(project, id)).versions.at(-1)?.version ?? 0;

test('a build with a page ends with a preview of it, which follows the files', async () => {
  const { project, id, url } = await built();
  const build = await buildAsItIs(project, id);
  const [preview] = (await listPreviews(project, { limit: 10 })).items;
  expect(build.preview).toEqual({ id: preview?.id, url, expires_at: preview?.expires_at });
  expect(preview).toMatchObject({ version: 'newest', folder: null });
  expect(await shownAt(tokenIn(url))).toBeDefined();
  const told = (await eventsOf(project, build.session_id)).filter(({ payload }) => payload.preview_id);
  expect(told.map(({ payload }) => payload.preview_id)).toEqual([preview?.id]);
});

test('what a browser reports of the page is mended, reviewed and committed, once', async () => {
  const { project, id, url } = await built();
  await reports(url, await newestOf(project, id));
  const fix = await fixed(project, id);
  expect(fix).toMatchObject({ state: 'completed', stage: 'done', error: null, preview: { url } });
  expect((await filesOf(project))['src/greet.js']).toBe(RIGHT);
  expect(fix.versions.map(({ reason }) => reason)).toEqual(['Mended errors of the page']);
  const events = await eventsOf(project, fix.session_id);
  expect(events.some(({ payload }) => String(payload.text).includes(`Uncaught ${MESSAGE}`))).toBe(true);
  // The report is of a version before, and of the build it was asked of there is a newer one.
  const again = await fixed(project, id);
  expect(again).toMatchObject({ state: 'completed', versions: [] });
});

test('a fix that is asked for again under its key is the one that was begun, however far that is', async () => {
  const { project, id, url } = await built();
  await reports(url, await newestOf(project, id));
  const { id: first } = await fixBuild(project, id, { requestKey: 'one' });
  expect(await fixBuild(project, id, { requestKey: 'one' })).toMatchObject({ id: first, state: 'running' });
  await expect(fixBuild(project, id, { requestKey: 'two' })).rejects.toThrow('The build goes on still');
  await workOnce(project, first, { sandbox });
  expect(await fixBuild(project, id, { requestKey: 'one' })).toMatchObject({ id: first, state: 'completed' });
  const changed = { request: 'More.', requestKey: 'three' };
  await continueBuild(project, id, changed);
  await expect(fixBuild(project, id, { requestKey: 'three' })).rejects.toThrow('used for another message');
});

test('an error that cannot be mended is tried three times, and then left to the person', async () => {
  const { project, id, url } = await built();
  await reports(url, await newestOf(project, id));
  plays(({ input }) =>
    input.startsWith('An error of the preview')
      ? greetingHunter({ role: 'bug_hunter', input })
      : { suspicion: 'None.', logs: [], hypothesis: 'None.', edits: [], give_up: 'I do not know.' },
  );
  for (let count = 1; count <= 3; count += 1) expect(await fixed(project, id)).toMatchObject({ state: 'failed' });
  const asked = vi.mocked(gateway.chat).mock.calls.length;
  const last = await fixed(project, id);
  expect(last.error?.detail).toContain('Was tried often enough.');
  expect(vi.mocked(gateway.chat).mock.calls.length).toBe(asked);
});

test('a mend whose reviewer gives no usable answer is not kept, and the person is told why', async () => {
  const { project, id, url } = await built();
  await reports(url, await newestOf(project, id));
  const team = competentTeam(PAGE_PARTS);
  vi.mocked(gateway.chat).mockImplementation(
    chatAs((asked) => {
      if (asked.role === 'reviewer') return { opinion: 'Fine.' };
      return asked.role === 'bug_hunter' ? greetingHunter(asked) : team(asked);
    }),
  );
  const fix = await fixed(project, id);
  expect(fix).toMatchObject({ state: 'failed', versions: [] });
  expect(fix.error?.detail).toContain('What was changed was not kept. The reviewer gave no usable answer');
  expect((await filesOf(project))['src/greet.js']).toBe(WRONG);
});

test('of a build whose preview was ended, nothing can be mended any more', async () => {
  const { project, id } = await built();
  await end(project, (await buildAsItIs(project, id)).preview?.id ?? '');
  expect((await buildAsItIs(project, id)).preview).toBeNull();
  await expect(fixBuild(project, id, {})).rejects.toThrow('There is no such preview');
});

test('a build without a page has no preview, and nothing to mend', async () => {
  vi.mocked(gateway.chat).mockImplementation(
    chatAs(competentTeam([{ id: 'one', path: 'src/one.js', content: 'export const one = 1;\n' }])),
  );
  const project = newProject();
  const { id } = await begin(project);
  await workOnce(project, id, { sandbox });
  expect((await buildAsItIs(project, id)).preview).toBeNull();
  await expect(fixBuild(project, id, {})).rejects.toThrow('This build shows no page');
});

describe('a build that continues another', () => {
  const continued = async (project: ProjectScope, id: string) => {
    const next = await continueBuild(project, id, { request: 'Once more.' });
    const team = competentTeam(PAGE_PARTS);
    const readme = { readme: `# Page of ${next.id}\n`, summary: 'Again.' };
    vi.mocked(gateway.chat).mockImplementation(
      chatAs((asked) => (asked.role === 'technical_writer' ? readme : team(asked))),
    );
    await workOnce(project, next.id, { sandbox });
    return buildAsItIs(project, next.id);
  };
  const previewsOf = async (project: ProjectScope): Promise<string[]> =>
    (await listPreviews(project, { limit: 50 })).items.map(({ id }) => id);

  test('shows its page in the preview of that one, for as long as a new one', async () => {
    const { project, id, url } = await built();
    const first = (await buildAsItIs(project, id)).preview;
    await extend(project, first?.id ?? '', { ttlMs: MINUTE });
    const next = await continued(project, id);
    expect(next).toMatchObject({ state: 'completed', preview: { id: first?.id, url } });
    expect(Date.parse(next.preview?.expires_at ?? '')).toBeGreaterThan(Date.now() + DAY - MINUTE);
    expect(await previewsOf(project)).toEqual([first?.id]);
    // What a person gave more time keeps it.
    await extend(project, first?.id ?? '', { ttlMs: 7 * DAY });
    const last = await continued(project, next.id);
    expect(Date.parse(last.preview?.expires_at ?? '')).toBeGreaterThan(Date.now() + 6 * DAY);
    // Errors of the files before are not those of these.
    await reports(url, await newestOf(project, id));
    expect(await fixed(project, last.id)).toMatchObject({ state: 'completed', versions: [] });
  });

  test('has a preview of its own where that one was ended', async () => {
    const { project, id } = await built();
    const before = (await buildAsItIs(project, id)).preview?.id ?? '';
    await end(project, before);
    const next = await continued(project, id);
    expect(next).toMatchObject({ state: 'completed', preview: { id: expect.stringMatching(/^prv_/) } });
    expect(next.preview?.id).not.toBe(before);
    expect(await previewsOf(project)).toEqual([next.preview?.id]);
  });
});

test('where a project has too many previews, the build says that its page is not shown', async () => {
  plays();
  const project = newProject();
  for (let count = 0; count < MAX_PREVIEWS; count += 1) await publish(project, { version: 'newest', ttlMs: DAY });
  const { id, session_id } = await begin(project);
  await workOnce(project, id, { sandbox });
  expect(await buildAsItIs(project, id)).toMatchObject({ state: 'completed', preview: null });
  const told = (await eventsOf(project, session_id)).map(({ payload }) => String(payload.text));
  expect(told.filter((text) => text.startsWith('Its page is not shown: the project has 20 previews'))).toHaveLength(1);
});
