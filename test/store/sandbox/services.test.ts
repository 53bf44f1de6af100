import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { HOUR, MINUTE } from '../../../shared/core/clock.ts';
import { Conflict, NotFound } from '../../../shared/core/errors.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { sweep } from '../../../shared/maintenance/index.ts';
import {
  createServices,
  newMachineId,
  SandboxUnavailable,
  type ServiceAddress,
  stopMachines,
  UNREACHED_HEADER,
} from '../../../shared/sandbox/index.ts';
import { getItem, projectKeys, putItem, queryAll, ranges, type StoredItem } from '../../../shared/store/index.ts';
import { noBubblewrap } from '../../support/bubblewrap.ts';
import { inTable } from '../../support/in-table.ts';
import { startTestMachines, type TestMachines } from '../../support/machines.ts';
import { projectOf } from '../../support/tool-call.ts';

/* Requirements: BT6. */

const MEGABYTE = 1024 * 1024;
const limits = {
  timeMs: 0,
  memoryBytes: 300 * MEGABYTE,
  diskBytes: 20 * MEGABYTE,
  outputBytes: 10_000,
  processes: 20,
};

/** Counts its requests, in memory and in a file, and says each in its log. */
const COUNTER = `
const { createServer } = require('node:http');
const { appendFileSync, readFileSync } = require('node:fs');
let here = 0;
console.log('starting');
createServer((request, response) => {
  here += 1;
  appendFileSync('visits', 'x');
  console.log(request.method + ' ' + request.url);
  if (request.url === '/crash') process.exit(3);
  response.setHeader('x-seen', JSON.stringify(request.headers));
  response.end(here + ' of ' + readFileSync('visits').length);
}).listen(process.env.PORT);
`;

const files = new Map([['server.cjs', { content: Buffer.from(COUNTER) }]]);
const ask = async (address: ServiceAddress, path: string): Promise<Response> =>
  fetch(address.url + path, { headers: address.headers });
/** It listens a little after its start. */
const answerOf = (address: ServiceAddress, path = '/'): Promise<string> =>
  vi.waitUntil(
    async () => {
      const answer = await ask(address, path);
      return answer.status === 200 ? answer.text() : undefined;
    },
    { timeout: 20_000, interval: 20 },
  );

describe.skipIf(noBubblewrap)('a service of a project', () => {
  inTable();
  let here: TestMachines;
  beforeAll(async () => {
    here = await startTestMachines();
  });
  afterAll(() => here.stop());

  const services = createServices('process');
  const start = (project: ProjectScope, more = {}) =>
    services.start({
      project,
      files,
      command: 'node server.cjs',
      port: 3000,
      limits,
      deadline: new Date(Date.now() + HOUR),
      ...more,
    });
  const itemsOf = async (project: ProjectScope): Promise<unknown[]> => {
    const items: unknown[] = [];
    for await (const item of queryAll(ranges.machines(project))) items.push(item);
    return items;
  };

  test('answers requests at its address, keeps its log, starts again on its files, and is gone once it was stopped', async () => {
    const project = projectOf('alice');
    const { id, address } = await start(project);
    expect(await answerOf(address)).toBe('1 of 1');
    expect(await answerOf(address, '/two')).toBe('2 of 2');
    expect(await services.find(project, id)).toMatchObject({ state: 'running' });

    const log = await services.logs(project, id, 0);
    expect(log).toMatchObject({ text: 'starting\nGET /\nGET /two\n', isCut: false });
    await answerOf(address, '/three');
    expect(await services.logs(project, id, log.next)).toMatchObject({ text: 'GET /three\n' });

    await services.restart(project, id);
    expect(await answerOf(address)).toBe('1 of 4');

    await services.stop(project, id);
    expect(here.machines.running).toEqual([]);
    expect(await itemsOf(project)).toEqual([]);
    for (const gone of [services.find(project, id), services.stop(project, id), services.logs(project, id, 0)])
      await expect(gone).rejects.toBeInstanceOf(NotFound);
  });

  test('runs on the Node of the service, whatever else is installed here', async () => {
    const project = projectOf('alice');
    const program = new Map([
      ['server.cjs', { content: Buffer.from(COUNTER.replace("'starting'", 'process.execPath')) }],
    ]);
    const { id, address } = await start(project, { files: program });
    await answerOf(address);
    expect((await services.logs(project, id, 0)).text).toMatch(/^\/runtime\/bin\/node\n/);
    await services.stop(project, id);
  });

  test('is started again on other files and on none of those before, one restart after the other', async () => {
    const project = projectOf('alice');
    const { id, address } = await start(project);
    expect(await answerOf(address)).toBe('1 of 1');
    const other = (word: string) =>
      new Map([['server.cjs', { content: Buffer.from(COUNTER.replace('starting', word)) }]]);
    await Promise.all(['second', 'third', 'fourth'].map((word) => services.restart(project, id, other(word))));
    expect(await answerOf(address)).toBe('1 of 1');
    const { text } = await services.logs(project, id, 0);
    expect(text).toMatch(/^starting\nGET \/\n.*(second|third|fourth)\nGET \/\n$/s);
    expect(await services.find(project, id)).toMatchObject({ state: 'running' });
    await services.stop(project, id);
  });

  test('is "starting" until it listens, and says of a request until then that nobody has seen it', async () => {
    const project = projectOf('alice');
    const id = newMachineId(Date.now());
    const started = await start(project, { id, command: 'until [ -e go ]; do sleep 0.05; done; node server.cjs' });
    expect(started.id).toBe(id);
    const address = await services.address(project, id);
    expect(await services.find(project, id)).toMatchObject({ state: 'starting' });
    const refused = await ask(address, '/');
    expect({ status: refused.status, why: refused.headers.get(UNREACHED_HEADER) }).toEqual({
      status: 502,
      why: 'refused',
    });
    await services.restart(project, id, new Map([...files, ['go', { content: Buffer.alloc(0) }]]));
    expect(await answerOf(address)).toBe('1 of 1');
    expect((await ask(address, '/crash')).headers.get(UNREACHED_HEADER)).toBe('broken');
    await services.stop(project, id);
    await expect(services.address(project, id)).rejects.toBeInstanceOf(NotFound);
  });

  test('is found from the table by any other container, and by nobody else', async () => {
    const project = projectOf('alice');
    const { id } = await start(project);
    const elsewhere = createServices('process');
    const { address } = await elsewhere.find(project, id);
    expect(await answerOf(address)).toBe('1 of 1');
    await expect(elsewhere.find(projectOf('bob'), id)).rejects.toBeInstanceOf(NotFound);
    await expect(elsewhere.stop(projectOf('bob'), id)).rejects.toBeInstanceOf(NotFound);
    await services.stop(project, id);
  });

  test('that ends by itself says how, and what it wrote until then', async () => {
    const project = projectOf('alice');
    const { id, address } = await start(project);
    await answerOf(address);
    await ask(address, '/crash');
    await vi.waitUntil(async () => (await services.find(project, id)).state === 'ended', { timeout: 20_000 });
    expect(await services.find(project, id)).toMatchObject({ state: 'ended', exit: 3 });
    expect((await services.logs(project, id, 0)).text).toMatch(/GET \/crash\n$/);
    expect((await ask(address, '/')).status).toBe(502);
    await services.stop(project, id);
  });

  test('sees nothing of what let a request in, and is not reached without it or at another port', async () => {
    const project = projectOf('alice');
    const { id, address } = await start(project);
    await answerOf(address);
    const seen = (await ask(address, '/')).headers.get('x-seen') ?? '';
    expect(seen).toContain('host');
    for (const value of Object.values(address.headers).filter((one) => one.length > 20))
      expect(seen).not.toContain(value);
    expect((await fetch(address.url)).status).toBe(403);
    const other = { ...address.headers, 'x-artel-port': '22' };
    expect((await fetch(address.url, { headers: other })).status).toBe(404);
    await services.stop(project, id);
  });

  test('beyond its memory is ended, and its log says why', async () => {
    const project = projectOf('alice');
    const { id } = await start(project, {
      command: 'node -e "const kept = []; for (;;) kept.push(Buffer.alloc(1e6, 1))"',
    });
    await vi.waitUntil(async () => (await services.find(project, id)).state === 'ended', { timeout: 20_000 });
    expect((await services.logs(project, id, 0)).text).toContain('ended: beyond its limit of memory');
    await services.stop(project, id);
  });

  test('that nobody stopped is ended by the sweeper, past its deadline', async () => {
    const project = projectOf('alice');
    const { id } = await start(project);
    const late = { now: () => Date.now() + HOUR + 3 * MINUTE };
    const after = createServices('process', { clock: late, wait: (ms) => sleep(ms) });
    await expect(after.find(project, id)).rejects.toBeInstanceOf(NotFound);
    expect(here.machines.running).toHaveLength(1);
    await sweep(Date.now() + 2 * HOUR, late);
    expect(here.machines.running).toEqual([]);
    expect(await itemsOf(project)).toEqual([]);
  });

  test('ends at its deadline though nobody sweeps: its machine has no longer life', async () => {
    const project = projectOf('alice');
    await start(project, { deadline: new Date(Date.now() + 1_500) });
    await vi.waitUntil(() => here.machines.running.length === 0, { timeout: 20_000, interval: 20 });
  });

  test('is one of five of its project and ten of its user at most, however many are started at the same moment', async () => {
    const [one, other] = [projectOf('dave', 'one'), projectOf('dave', 'other')];
    const more = { command: 'sleep 60', files: new Map() };
    const starts = Array.from({ length: 12 }, (_, count) => start(count % 2 === 0 ? one : other, more));
    const outcomes = await Promise.allSettled(starts);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(reasons).toEqual([expect.any(Conflict), expect.any(Conflict)]);
    expect([(await itemsOf(one)).length, (await itemsOf(other)).length]).toEqual([5, 5]);
    expect(here.machines.running).toHaveLength(10);
    const ofAnother = await start(projectOf('erin'), more);
    await services.stop(projectOf('erin'), ofAnother.id);
    const [first] = await itemsOf(one);
    await services.stop(one, String((first as { machine: string }).machine));
    // Five of them are of the other project.
    await expect(start(other, more)).rejects.toBeInstanceOf(Conflict);
    await start(one, more);
    await expect(start(projectOf('dave', 'third'), more)).rejects.toBeInstanceOf(Conflict);
    for (const project of [one, other]) await stopMachines(project);
    expect(here.machines.running).toEqual([]);
  });

  test('that stops what answers for it is not waited for long, and can be stopped', async () => {
    const project = projectOf('alice');
    const { id } = await start(project, { command: 'sleep 0.3; kill -STOP $PPID; sleep 60' });
    const unseen = async () => (await services.find(project, id).catch((error) => error)) instanceof SandboxUnavailable;
    await vi.waitUntil(unseen, { timeout: 20_000 });
    await services.stop(project, id);
    expect(here.machines.running).toEqual([]);
  });

  test.each(['{"state":"flying"}', '{"text":7,"next":0,"isCut":false}', 'no JSON', `"${'x'.repeat(3e6)}"`])(
    'that takes the place of what answers for it is not believed (%#)',
    async (lie) => {
      const project = projectOf('alice');
      const { id } = await start(project);
      const liar = createServer((_, response) => response.end(lie)).listen(0, '127.0.0.1');
      await once(liar, 'listening');
      const { port } = liar.address() as AddressInfo;
      const item = (await getItem(projectKeys.machine(project, id)))!;
      await putItem({ ...(item as StoredItem), endpoint: `http://127.0.0.1:${port}` });
      await expect(services.find(project, id)).rejects.toBeInstanceOf(SandboxUnavailable);
      await expect(services.logs(project, id, 0)).rejects.toBeInstanceOf(SandboxUnavailable);
      liar.close();
      await services.stop(project, id);
    },
  );

  test('goes with its project', async () => {
    const project = projectOf('alice');
    await start(project);
    await start(project);
    await stopMachines(project);
    expect(here.machines.running).toEqual([]);
    expect(await itemsOf(project)).toEqual([]);
  });
});
