import { beforeEach, expect, test } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import type { Person } from '../../support/artel.ts';
import { askedIn, competentTeam, type TeamScript } from '../../support/builder/scripted-team.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: BT7. */

const here = inArtel();

const SUM = 'export const add = (one, other) => one + other;\n';
const SUM_TESTS = `import { add } from '../src/add.js';
const right = add(2, 3) === 5;
console.log(right ? 'ok add' : 'not ok add: 2 and 3 are not 5');
if (!right) throw new Error('add is wrong');
`;
const LIBRARY = {
  'package.json': JSON.stringify({ name: 'sums', description: 'Adds.', scripts: { test: 'node test/sums.js' } }),
  'README.md': '# Sums\n\nWritten by hand.\n',
  'src/add.js': SUM,
  'test/sums.js': SUM_TESTS,
};

type Said = { messages: { role: string; content: string }[]; tools?: unknown[] };
const asked: { role: string; input: string }[] = [];
const plays = (script: TeamScript): void =>
  here.artel.model.always(({ body }) => {
    const one = askedIn((body as Said).messages);
    asked.push(one);
    const answer = script(one);
    return { text: typeof answer === 'string' ? answer : JSON.stringify(answer) };
  });
const team = competentTeam(
  [{ id: 'multiply', path: 'src/multiply.js', content: 'export const multiply = (one, other) => one * other;\n' }],
  { test: 'npm test' },
);
beforeEach(() => {
  asked.length = 0;
  plays(team);
});

/** Where the project is whose files came in as an archive of another one. */
const imported = async (who: Person, files: Record<string, string>): Promise<string> => {
  const { body } = await who.call<{ id: string }>('POST', '/my/projects', { name: 'elsewhere' });
  const elsewhere = `/my/projects/${body.id}`;
  const changes = Object.entries(files).map(([path, content]) => ({ path, content }));
  await who.call('POST', `${elsewhere}/files`, { changes });
  const archive = await fetch(`${who.url}${elsewhere}/archive`, { headers: { authorization: `Bearer ${who.token}` } });
  const content = Buffer.from(await archive.arrayBuffer()).toString('base64');
  expect(await who.call('POST', '/my/archive', { content })).toMatchObject({ status: 200, body: { version: 1 } });
  return '/my';
};

type Build = { id: string; session_id: string; state: string; stage: string; versions: { reason: string }[] };
const build = async (who: Person, base: string, settings: object): Promise<Build> => {
  const { status, body } = await who.call<{ build: Build }>('POST', `${base}/builds`, {
    request: 'It should multiply, too.',
    ...settings,
  });
  expect(status, JSON.stringify(body)).toBe(202);
  return body.build;
};
const inputsOf = (role: string): string[] => asked.filter((one) => one.role === role).map(({ input }) => input);

test('an imported project is described: what it is, its languages, where it begins and how it is tested', async () => {
  const base = await imported(here.alice, LIBRARY);
  expect(await here.alice.call('GET', `${base}/versions/1/overview`)).toMatchObject({
    status: 200,
    body: {
      version: 1,
      name: 'sums',
      summary: 'Adds.',
      files: 4,
      languages: [{ name: 'JavaScript', files: 2 }],
      commands: { test: { command: 'npm test', found_in: 'package.json' }, build: null, start: null },
    },
  });
  expect((await here.alice.call('GET', `${base}/versions/2/overview`)).status).toBe(404);
  const bob = await here.artel.register('bob');
  expect((await bob.call('GET', `${base}/versions/1/overview`)).status, 'bob has no version 1').toBe(404);
});

test('the team works on an imported project: it is told what that is, its tests are run, and its files stay', async () => {
  const bob = await here.artel.register('bob');
  const base = await imported(bob, LIBRARY);
  const { id, session_id } = await build(bob, base, { oversight: 'none' });
  await ended(bob, session_id);
  const built = (await bob.call<Build>('GET', `${base}/builds/${id}`)).body;
  expect(built).toMatchObject({ state: 'completed', stage: 'done' });
  expect(built.versions.map(({ reason }) => reason)).toEqual(['Part multiply', 'README']);
  for (const role of ['specification_writer', 'architect'])
    expect(inputsOf(role)[0]).toContain('Command to test: npm test (package.json)');
  expect(inputsOf('technical_writer')[0]).toContain('Written by hand.');
  const { body } = await bob.call<{ items: { path: string }[] }>('GET', `${base}/files`);
  expect(body.items.map(({ path }) => path)).toEqual([
    'README.md',
    'package.json',
    'src/add.js',
    'src/multiply.js',
    'test/sums.js',
  ]);
});

test('where no file says how the tests are run, the person is asked once, and the architect told', async () => {
  const carol = await here.artel.register('carol');
  const base = await imported(carol, { 'src/add.js': SUM, 'checks/sums.js': SUM_TESTS });
  const { id, session_id } = await build(carol, base, {});
  await decide(carol, (await pendingApproval(carol, session_id, 1)).id, { decision: 'approve' });
  const question = await pendingApproval(carol, session_id, 2);
  expect(question.payload).toMatchObject({ about: 'question', title: 'How are the tests of this project run?' });
  await decide(carol, question.id, { decision: 'edit', arguments: { content: 'node checks/sums.js' } });
  const architecture = await pendingApproval(carol, session_id, 3);
  expect(architecture.payload).toMatchObject({ about: 'architecture' });
  expect(inputsOf('architect')[0]).toContain('node checks/sums.js');
  await decide(carol, architecture.id, { decision: 'reject', reason: 'Simpler.' });
  expect((await pendingApproval(carol, session_id, 4)).payload).toMatchObject({ about: 'architecture' });
  await carol.call('POST', `${base}/builds/${id}/cancel`);
});

test('one of the team searches the code and reads it to answer a question about it', async () => {
  const bob = await here.artel.register('bob');
  const base = await imported(bob, LIBRARY);
  const { id, session_id } = await build(bob, base, {});
  const first = await pendingApproval(bob, session_id, 1);
  here.artel.model.always(({ body }) => {
    const { messages } = body as Said;
    const { input, ...one } = askedIn(messages);
    // Later on, the developer is reminded of what was said.
    if (!input.includes('The person says:\nWhere is it added?'))
      return { text: JSON.stringify(team({ ...one, input })) };
    const shown = messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
    if (shown.length === 0) return { tool_calls: [{ name: 'file_search', arguments: { text: 'const add' } }] };
    if (shown.length === 1) return { tool_calls: [{ name: 'file_read', arguments: { path: 'src/add.js' } }] };
    return { text: JSON.stringify({ reply: `Found: ${shown.join(' | ')}` }) };
  });
  const said = { role: 'developer', content: 'Where is it added?' };
  expect((await bob.call('POST', `${base}/builds/${id}/messages`, said)).status).toBe(202);
  await decide(bob, first.id, { decision: 'approve' });
  for (const nth of [2, 3, 4])
    await decide(bob, (await pendingApproval(bob, session_id, nth)).id, { decision: 'approve' });
  await ended(bob, session_id);
  const { body } = await bob.call<{ items: { content: string }[] }>('GET', `${base}/chat/${session_id}/messages`);
  expect(body.items.map(({ content }) => content)).toContainEqual(`Found: src/add.js:1: ${SUM.trim()} | ${SUM}`);
});
