import { afterEach, describe, expect, test, vi } from 'vitest';
import { noBubblewrap } from '../../support/bubblewrap.ts';
import { visit } from '../../support/visit.ts';
import { inProgram, type ProgramPreview } from './in-program.ts';
import { below } from './in-site.ts';

/* Requirements: BT6, BT10. */

const at = (preview: ProgramPreview, path: string): string => below(preview as never, path);
const json = { 'content-type': 'application/json' };

/** A server that says its word, and how often it was started on its files; `/say/…` is logged, `/crash` ends it. */
const saying = (word: string): string => `
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
appendFileSync('starts', 'x');
console.log('starting ${word}');
createServer((request, response) => {
  if (request.url.startsWith('/say/')) console.log(request.url);
  if (request.url === '/crash') process.exit(3);
  response.end('${word}, start ' + readFileSync('starts').length);
}).listen(process.env.PORT);
`;

describe.skipIf(noBubblewrap)('a preview of a program', () => {
  const here = inProgram();
  afterEach(() => here.endPreviews());

  test('of the template api answers requests of any method, from the moment it was made', async () => {
    const base = await here.fromTemplate('api');
    const preview = await here.publish(base, { command: 'node src/server.js' });
    expect(preview.state).toMatch(/^(starting|running)$/);
    expect(preview.program).toMatchObject({ command: 'node src/server.js', port: 3000, version: 1, exit: null });
    const made = await visit(at(preview, 'items'), { method: 'POST', headers: json, body: '{"text":"milk"}' });
    expect(made.status).toBe(201);
    const { id } = JSON.parse(made.text);
    expect(JSON.parse((await visit(at(preview, `items/${id}`))).text)).toMatchObject({ text: 'milk' });
    expect((await visit(at(preview, `items/${id}`), { method: 'DELETE' })).status).toBe(204);
    expect(await here.preview(base, preview)).toMatchObject({ state: 'running' });
  });

  test('of the template full-stack is built and started as its files say, and shows its page and its API', async () => {
    const base = await here.fromTemplate('full-stack');
    const preview = await here.publish(base);
    expect(preview.program?.command).toBe('npm run build && npm start');
    const page = await visit(preview.url, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('<script src="/__artel/live.js" data-version="1">');
    expect(page.headers).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-cache' });
    expect((await visit(at(preview, 'main.js'))).headers['content-type']).toContain('text/javascript');
    const entry = JSON.stringify({ name: 'Ada', text: 'Hello' });
    expect((await visit(at(preview, 'api/entries'), { method: 'POST', headers: json, body: entry })).status).toBe(201);
    expect((await visit(at(preview, 'api/entries'))).text).toContain('Ada');
  });

  test('that ends at its start is failed, and its person alone sees what it wrote', async () => {
    const base = await here.newProject();
    await here.write(base, { 'server.mjs': 'console.error("no such table: secrets"); process.exit(7);' });
    const preview = await here.publish(base, { command: 'node server.mjs' });
    const failed = await vi.waitUntil(
      async () => {
        const seen = await here.preview(base, preview);
        return seen.state === 'failed' ? seen : undefined;
      },
      { timeout: 20_000 },
    );
    expect(failed.program).toMatchObject({ exit: 7, output: 'no such table: secrets' });
    const page = await visit(preview.url);
    expect(page.status).toBe(502);
    expect(page.text).toContain('The program has ended');
    expect(page.text).not.toContain('secrets');
  });

  test('is started again on new files by the next request, once for all that ask, and its page loads again', async () => {
    const base = await here.newProject();
    await here.write(base, { 'server.mjs': saying('one') });
    const following = await here.publish(base, { command: 'node server.mjs' });
    const fixed = await here.publish(base, { command: 'node server.mjs' }, { version: 1 });
    expect((await visit(following.url)).text).toBe('one, start 1');
    await here.write(base, { 'server.mjs': saying('two'), 'kept.txt': '' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => visit(following.url)));
    expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual(Array(6).fill('200 two, start 1'));
    expect((await here.preview(base, following)).program).toMatchObject({ version: 2 });
    // The log goes on through it: one start each, whoever asked.
    expect((await here.logs(base, following)).lines).toEqual(['starting one', 'starting two']);
    expect((await visit(fixed.url)).text).toBe('one, start 1');
    expect((await here.preview(base, fixed)).program).toMatchObject({ version: 1 });
  });

  test('is stopped, started and started again by its person, who reads what it wrote', async () => {
    const base = await here.newProject();
    await here.write(base, { 'server.mjs': saying('here') });
    const preview = await here.publish(base, { command: 'node server.mjs' });
    expect((await visit(at(preview, 'count'))).text).toBe('here, start 1');
    const first = await here.logs(base, preview);
    expect(first).toMatchObject({ lines: ['starting here'], is_cut: false });
    for (const path of ['a', 'b', 'c']) await visit(at(preview, `say/${path}`));
    expect((await here.logs(base, preview, `?offset=${first.next}`)).lines).toEqual(['/say/a', '/say/b', '/say/c']);
    expect(await here.logs(base, preview, '?limit=2')).toMatchObject({ lines: ['/say/b', '/say/c'], is_cut: true });

    const again = await here.control(base, preview, 'restart');
    expect(again.state).toMatch(/^(starting|running)$/);
    // On the files as they are kept, without what it wrote: it counts from the beginning.
    expect((await visit(preview.url)).text).toBe('here, start 1');

    expect(await here.control(base, preview, 'stop')).toMatchObject({ state: 'stopped', program: { version: null } });
    expect(await here.control(base, preview, 'stop')).toMatchObject({ state: 'stopped' });
    expect(await machinesIn(base)).toBe(0);
    const page = await visit(preview.url);
    expect({ status: page.status, says: page.text.includes('The program does not run') }).toEqual({
      status: 502,
      says: true,
    });
    expect(await here.logs(base, preview)).toEqual({ lines: [], next: 0, is_cut: false });

    expect((await here.control(base, preview, 'start')).state).toMatch(/^(starting|running)$/);
    expect((await visit(preview.url)).text).toBe('here, start 1');
    // One that runs is left as it is.
    await here.control(base, preview, 'start');
    expect((await here.logs(base, preview)).lines).toEqual(['starting here']);
    expect(await machinesIn(base)).toBe(1);
  });

  test('that crashed is started again by "start"', async () => {
    const base = await here.newProject();
    await here.write(base, { 'server.mjs': saying('up') });
    const preview = await here.publish(base, { command: 'node server.mjs' });
    expect((await visit(at(preview, 'crash'))).status).toBe(502);
    await vi.waitUntil(async () => (await here.preview(base, preview)).state === 'failed', { timeout: 20_000 });
    await here.control(base, preview, 'start');
    expect((await visit(preview.url)).text).toBe('up, start 1');
    expect(await machinesIn(base)).toBe(1);
  });

  test('ends with its preview, with its project, and by the sweeper once its preview is over', async () => {
    const base = await here.newProject();
    await here.write(base, { 'server.mjs': saying('up') });
    const [ended, over, left] = [
      await here.publish(base, { command: 'node server.mjs' }),
      await here.publish(base, { command: 'node server.mjs' }),
      await here.publish(base, { command: 'node server.mjs' }),
    ];
    expect(await machinesIn(base)).toBe(3);
    // What is beside a preview stays as long as it does.
    const forgotten = async () => (await here.operator.partition(programsOf(base))).map(({ expires_at }) => expires_at);
    const [before] = await forgotten();
    const longer = { ttl_seconds: 7 * 24 * 3_600 };
    const { body } = await here.alice.call<ProgramPreview>('PATCH', `${base}/previews/${ended.id}`, longer);
    expect(body.program).toMatchObject({ version: 1 });
    expect((await forgotten()).filter((at) => Number(at) > Number(before) + 5 * 24 * 3_600)).toHaveLength(1);
    expect((await here.alice.call('DELETE', `${base}/previews/${ended.id}`)).status).toBe(204);
    expect(await machinesIn(base)).toBe(2);
    expect((await visit(ended.url)).status).toBe(404);

    const items = await here.operator.partition(partitionOf(base));
    const item = items.find(({ sk }) => sk === `PREVIEW#${over.id}`);
    await here.operator.put({ ...item!, ends_at: Date.now() - 1, due_at: Date.now() - 1 });
    expect((await visit(over.url)).status).toBe(404);
    await here.artel.cloud.sweep();
    expect(await machinesIn(base)).toBe(1);
    expect(await here.operator.partition(programsOf(base))).toHaveLength(1);

    expect((await visit(left.url)).status).toBe(200);
    await here.alice.call('DELETE', base);
    await here.artel.cloud.sweep();
    expect(await machinesIn(base)).toBe(0);
    expect(await here.operator.partition(programsOf(base))).toEqual([]);
  });

  test('of which there are five in a project is not started a sixth time', async () => {
    const base = await here.newProject();
    await here.write(base, { 'server.mjs': saying('up') });
    const made = [];
    for (let count = 0; count < 5; count += 1) made.push(await here.publish(base, { command: 'sleep 60' }));
    const sixth = { program: { command: 'sleep 60' } };
    expect(await here.publishing(base, sixth)).toMatchObject({ status: 409 });
    await here.control(base, made[0]!, 'stop');
    expect((await here.publishing(base, sixth)).status).toBe(201);
    const list = await here.alice.call<{ items: ProgramPreview[] }>('GET', `${base}/previews`);
    expect(list.body.items.map(({ state }) => state)).toEqual([...Array(5).fill('starting'), 'stopped']);
    await here.alice.call('DELETE', base);
    await here.artel.cloud.sweep();
  });

  test('is nobody else\u2019s to see, start, stop or read', async () => {
    const base = await here.newProject();
    await here.write(base, { 'server.mjs': saying('mine') });
    const preview = await here.publish(base, { command: 'node server.mjs' });
    const bob = await here.artel.register('bob');
    const theirs = `/my/projects/${(await bob.call<{ id: string }>('POST', '/my/projects', { name: 'b' })).body.id}`;
    for (const where of [base, theirs])
      for (const [method, rest] of [
        ['GET', '/logs'],
        ['POST', '/stop'],
        ['POST', '/start'],
        ['POST', '/restart'],
      ] as const)
        expect((await bob.call(method, `${where}/previews/${preview.id}${rest}`)).status).toBe(404);
    expect(await here.preview(base, preview)).toMatchObject({ program: { version: 1 } });
    expect((await visit(preview.url)).text).toBe('mine, start 1');
  });

  test('is refused where it makes no sense, and says what to change', async () => {
    const base = await here.newProject();
    await here.write(base, { 'notes.md': 'nothing to start' });
    const unclear = await here.publishing(base, { program: {} });
    expect(unclear).toMatchObject({ status: 422, body: { errors: [{ path: 'program.command' }] } });
    for (const body of [
      { program: { command: 'x' }, folder: 'site' },
      { program: { command: 'x' }, fallback: true },
      { program: { command: 'x', port: 8080 } },
      { program: { command: 'x', port: 80 } },
      { program: { command: ' ' } },
    ])
      expect((await here.publishing(base, body)).status).toBe(422);
    expect((await here.publishing(base, { program: { command: 'x' }, version: 99 })).status).toBe(404);
    const site = (await here.publishing(base, {})).body as { preview: { id: string; state: string; program: null } };
    expect(site.preview).toMatchObject({ state: 'ready', program: null });
    for (const verb of ['start', 'stop', 'restart'])
      expect((await here.alice.call('POST', `${base}/previews/${site.preview.id}/${verb}`)).status).toBe(409);
    expect(await machinesIn(base)).toBe(0);
  });

  const partitionOf = (base: string): string => `USER#${here.alice.id}#PRJ#${base.split('/').at(-1)}`;
  const programsOf = (base: string): string => partitionOf(base).replace('USER#', 'PROGRAM#');
  /** Machines that were not ended: their items go last. */
  const machinesIn = async (base: string): Promise<number> =>
    (await here.operator.partition(partitionOf(base))).filter(({ sk }) => sk.startsWith('MACHINE#')).length;
});
