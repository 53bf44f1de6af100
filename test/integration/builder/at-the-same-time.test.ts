import { expect, test } from 'vitest';
import { ended } from '../../support/approvals.ts';
import type { Person } from '../../support/artel.ts';
import { type AskedRole, askedIn, competentTeam, type TeamScript } from '../../support/builder/scripted-team.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: BT2, BT3. */

const here = inArtel();

/** `gate`: an answer comes once it resolves. */
type Gated = { answer: unknown; gate?: Promise<unknown> };
const asked: AskedRole[] = [];
const plays = (script: (one: AskedRole) => Gated): void => {
  asked.length = 0;
  here.artel.model.always(({ body }) => {
    const one = askedIn((body as { messages: { role: string; content: string }[] }).messages);
    asked.push(one);
    const { answer, gate } = script(one);
    return { text: JSON.stringify(answer), ...(gate && { gate }) };
  });
};

/** Each of the tests is in a project of its own. */
const base = '/my';
const write = async (who: Person, path: string, content: string): Promise<void> => {
  const { status } = await who.call('POST', `${base}/files`, { changes: [{ path, content }] });
  expect(status).toBe(200);
};
const textOf = async ({ url, token }: Person, path: string): Promise<string> =>
  (await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })).text();

type Build = { id: string; session_id: string; state: string; versions: { version: number; reason: string }[] };
type Version = { version: number; author: { kind: string }; reason: string; made_by: { run_id: string } | null };
const start = async (who: Person, request: string): Promise<Build> =>
  (await who.call<{ build: Build }>('POST', `${base}/builds`, { request, oversight: 'none' })).body.build;
const built = async (who: Person, { id, session_id }: Build): Promise<Build> => {
  await ended(who, session_id);
  return (await who.call<Build>('GET', `${base}/builds/${id}`)).body;
};
const versionsOf = async (who: Person): Promise<Version[]> =>
  (await who.call<{ items: Version[] }>('GET', `${base}/versions?order=asc`)).body.items;

const LINES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
const list = (changed: Record<string, string> = {}): string => LINES.map((one) => `${changed[one] ?? one}\n`).join('');
const PARTS = [{ id: 'list', path: 'list.txt', content: '' }];
/** A team that replaces a line of the list. */
const replacing = (find: string, replace: string): TeamScript => {
  const team = competentTeam(PARTS, { test: 'true' });
  return (one) =>
    one.role === 'code_writer' ? { edits: [{ path: 'list.txt', replacements: [{ find, replace }] }] } : team(one);
};

test('what a person writes while the team works is in the team’s version too, in the same file', async () => {
  const alice = await here.artel.register('alice');
  await write(alice, 'list.txt', list());
  const team = replacing('first', 'FIRST');
  plays((one) => ({
    answer: team(one),
    ...(one.role === 'code_writer' && { gate: write(alice, 'list.txt', list({ seventh: 'by alice' })) }),
  }));
  expect(await built(alice, await start(alice, 'Shout.'))).toMatchObject({ state: 'completed' });
  expect(await textOf(alice, `${base}/files/list.txt`)).toBe(list({ first: 'FIRST', seventh: 'by alice' }));
  expect((await versionsOf(alice)).map(({ reason }) => reason)).toEqual(['Edited', 'Edited', 'Part list', 'README']);
});

test('where a person and the team change the same line, the person’s stands, and the team is shown both and tries again', async () => {
  const alice = await here.artel.register('alice');
  await write(alice, 'list.txt', list());
  const edits: Promise<void>[] = [];
  plays((one) => {
    if (one.role !== 'code_writer') return { answer: replacing('', '')(one) };
    if (edits.length > 0) return { answer: replacing('by alice', 'by alice and the team')(one) };
    edits.push(write(alice, 'list.txt', list({ first: 'by alice' })));
    return { answer: replacing('first', 'by the team')(one), gate: edits[0]! };
  });
  const { state, versions } = await built(alice, await start(alice, 'Sign it.'));
  expect([state, versions.map(({ reason }) => reason)]).toEqual(['completed', ['Part list', 'README']]);
  expect(await textOf(alice, `${base}/files/list.txt`)).toBe(list({ first: 'by alice and the team' }));
  const again = asked.filter(({ role }) => role === 'developer')[1]?.input ?? '';
  expect(again).toContain('by alice');
  expect(again).toContain('by the team');
  expect(await textOf(alice, `${base}/files/list.txt?version=2`)).toBe(list({ first: 'by alice' }));
  expect((await versionsOf(alice)).map(({ author }) => author.kind)).toEqual(['person', 'person', 'agent', 'agent']);
});

test('two builds of a project work on it at the same time: both changes are there, and each has its own versions', async () => {
  const alice = await here.artel.register('alice');
  await write(alice, 'list.txt', list());
  const both = Promise.withResolvers<void>();
  const writing = new Set<string>();
  const teamOf = (wish: string): TeamScript => {
    const line = wish === 'beginning' ? 'first' : 'seventh';
    const team = replacing(line, `the ${wish}`);
    return (one) => {
      if (one.role === 'specification_writer') return { ...(team(one) as object), title: `Work on the ${wish}` };
      if (one.role === 'technical_writer') return { readme: '# A list\n', summary: `The ${wish} is done.` };
      return team(one);
    };
  };
  plays((one) => {
    const wish = /Work on the beginning|Change the beginning/.test(one.input) ? 'beginning' : 'end';
    if (one.role !== 'code_writer') return { answer: teamOf(wish)(one) };
    writing.add(wish);
    if (writing.size === 2) both.resolve();
    return { answer: teamOf(wish)(one), gate: both.promise };
  });
  const builds = await Promise.all(['beginning', 'end'].map((wish) => start(alice, `Change the ${wish}.`)));
  const ends = await Promise.all(builds.map((build) => built(alice, build)));
  expect(ends.map(({ state }) => state)).toEqual(['completed', 'completed']);
  expect(await textOf(alice, `${base}/files/list.txt`)).toBe(list({ first: 'the beginning', seventh: 'the end' }));
  const versions = await versionsOf(alice);
  expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => at + 1));
  for (const { id, versions: own } of ends) {
    const made = versions.filter(({ made_by }) => made_by?.run_id === id);
    expect(own.map(({ version }) => version)).toEqual(made.map(({ version }) => version));
    expect(made[0]?.reason).toBe('Part list');
  }
  expect(versions.filter(({ reason }) => reason === 'Part list').length).toBe(2);
});
