import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { HOUR, MINUTE, systemClock } from '../../../shared/core/clock.ts';
import { ENV } from '../../../shared/core/environment.ts';
import { Unavailable } from '../../../shared/core/errors.ts';
import { pause } from '../../../shared/core/jitter.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { redrive, sweep } from '../../../shared/maintenance/index.ts';
import {
  end,
  findPreview,
  listPreviews,
  programLog,
  publishProgram,
  reachProgram,
  restartProgram,
  shownAt,
  startProgram,
  stopProgram,
} from '../../../shared/previews/index.ts';
import { SandboxUnavailable, stopMachines } from '../../../shared/sandbox/index.ts';
import { getItem, projectKeys, queryAll, ranges } from '../../../shared/store/index.ts';
import { commit } from '../../../shared/workspace/index.ts';
import { noBubblewrap } from '../../support/bubblewrap.ts';
import { type HeldWrites, startHeldWrites } from '../../support/held-writes.ts';
import { inTable } from '../../support/in-table.ts';
import { startTestMachines, type TestMachines } from '../../support/machines.ts';
import { startTestObjects, type TestObjects } from '../../support/objects.ts';
import { projectOf } from '../../support/tool-call.ts';
import { previewsHere } from './world.ts';

/* Requirements: BT6, OPS3, QA3. */

const NOT_RUNNING = 'attribute_exists(#pk) and attribute_not_exists(#service)';
const STILL_OURS = '#service = :service';
const NOBODY_RENEWS = 'attribute_not_exists(#renewing_until) or #renewing_until < :now';
const STILL_RENEWED = '#renewing_until = :until';
/** As often as the store is asked before a request gives up. */
const ATTEMPTS = 5;

describe.skipIf(noBubblewrap)('the program of a preview', () => {
  const here = inTable();
  previewsHere();
  let held: HeldWrites;
  let cloud: TestMachines;
  let objects: TestObjects;
  beforeAll(async () => {
    held = await startHeldWrites(here.table.url);
    cloud = await startTestMachines();
    objects = await startTestObjects();
    process.env[ENV.sandboxWall] = 'process';
  });
  afterAll(async () => {
    delete process.env[ENV.sandboxWall];
    await Promise.all([held.stop(), cloud.stop(), objects.stop()]);
  });

  const publication = { version: 'newest' as const, command: 'cat word && sleep 60', ttlMs: HOUR };
  const write = (project: ProjectScope, word: string) => {
    const changes = [{ path: 'word', content: Buffer.from(`${word}\n`) }];
    return commit(project, { changes, author: { kind: 'person' }, reason: 'Wrote' });
  };
  type World = { project: ProjectScope; id: string; token: string };
  const published = async (name: string): Promise<World> => {
    const project = projectOf('alice', name);
    await write(project, 'one');
    const { id, url } = await publishProgram(project, publication);
    return { project, id, token: new URL(url).hostname.split('.')[0] ?? '' };
  };
  const reach = async ({ token }: World, { ms = 10_000, clock = systemClock } = {}) =>
    reachProgram((await shownAt(token))!, { clock, pause, signal: AbortSignal.timeout(ms) });
  /** Its state, its item, and the project's machines, on record and in truth. */
  const found = async ({ project, id }: Pick<World, 'project' | 'id'>) => {
    const items: unknown[] = [];
    for await (const item of queryAll(ranges.machines(project))) items.push(item.microvm);
    const item = await getItem(projectKeys.program(project, id));
    const state = await findPreview(project, id).then(
      (preview) => preview.state,
      () => 'none',
    );
    const machines = cloud.machines.running.filter((name) => items.includes(name)).length;
    return { state, service: item?.service !== undefined, machines, onRecord: items.length };
  };
  const runs = { state: 'starting', service: true, machines: 1, onRecord: 1 };
  const stopped = { state: 'stopped', service: false, machines: 0, onRecord: 0 };

  test('is started by one of two that start it at the same moment; the other is told', async () => {
    const world = await published('two-starts');
    await stopProgram(world.project, world.id);
    expect(await found(world)).toEqual(stopped);
    const { result } = await held.race(
      NOT_RUNNING,
      () => startProgram(world.project, world.id),
      () => startProgram(world.project, world.id),
    );
    expect(result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    expect(await found(world)).toEqual(runs);
    await stopProgram(world.project, world.id);
  });

  test('that is stopped while it is being started is stopped, and its machine has ended', async () => {
    const world = await published('stopped-while-starting');
    await stopProgram(world.project, world.id);
    const before = cloud.machines.running.length;
    const { result } = await held.race(
      STILL_OURS,
      () => startProgram(world.project, world.id),
      () => stopProgram(world.project, world.id),
    );
    expect(result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    expect(await found(world)).toEqual(stopped);
    expect(cloud.machines.running).toHaveLength(before);
  });

  test('whose preview ends while it is being started leaves nothing', async () => {
    const project = projectOf('alice', 'ended-while-starting');
    await write(project, 'one');
    const before = cloud.machines.running.length;
    const { result } = await held.race(
      STILL_OURS,
      () => publishProgram(project, publication),
      async () => {
        const { items } = await listPreviews(project, { limit: 5 });
        await end(project, items[0]?.id ?? '');
      },
    );
    expect(result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    expect(await listPreviews(project, { limit: 5 })).toMatchObject({ items: [] });
    expect(cloud.machines.running).toHaveLength(before);
  });

  test('is put on new files by one of two that ask for it; the other waits', async () => {
    const world = await published('renewed');
    const log = () => programLog(world.project, world.id, { limit: 10, offset: 0 });
    await vi.waitUntil(async () => (await log()).lines.length > 0, { timeout: 20_000 });
    await write(world.project, 'two');
    const { result, refused } = await held.race(
      NOBODY_RENEWS,
      () => reach(world),
      () => reach(world),
    );
    expect(result).toMatchObject({ status: 'fulfilled', value: { version: 2 } });
    expect(refused).toHaveLength(1);
    await vi.waitUntil(async () => (await log()).lines.length > 1, { timeout: 20_000 });
    expect(await log()).toMatchObject({ lines: ['one', 'two'] });
    await stopProgram(world.project, world.id);
  });

  test('is put on new files by another once whoever was at it has had a minute', async () => {
    const world = await published('renewed-late');
    await write(world.project, 'two');
    await held.race(
      STILL_RENEWED,
      () => reach(world),
      async () => {
        await expect(reach(world, { ms: 300 })).rejects.toBeInstanceOf(Unavailable);
        const late = { now: () => Date.now() + 1.1 * MINUTE };
        expect(await reach(world, { clock: late })).toMatchObject({ version: 2 });
      },
    );
    expect(await found(world)).toEqual(runs);
    await stopProgram(world.project, world.id);
  });

  test('that is stopped while it is put on new files stays stopped', async () => {
    const world = await published('stopped-while-renewed');
    await write(world.project, 'two');
    const { result } = await held.race(
      STILL_RENEWED,
      () => reach(world),
      () => stopProgram(world.project, world.id),
    );
    expect(result).toEqual({ status: 'fulfilled', value: undefined });
    expect(await found(world)).toEqual(stopped);
  });

  test('whose machine is gone is stopped, for whoever looks and whoever asks, and can be started again', async () => {
    const world = await published('gone');
    await stopMachines(world.project);
    expect(await found(world)).toEqual({ ...stopped, service: true });
    expect(await programLog(world.project, world.id, { limit: 10, offset: 0 })).toMatchObject({ lines: [] });
    expect(await reach(world)).toBeUndefined();
    expect(await found(world)).toEqual(stopped);
    await restartProgram(world.project, world.id);
    expect(await found(world)).toEqual(runs);
    await stopMachines(world.project);
    await startProgram(world.project, world.id);
    expect(await found(world)).toEqual(runs);
    await stopProgram(world.project, world.id);
  });

  test('is not published where there is no room for a machine, or the store fails meanwhile', async () => {
    const project = projectOf('alice', 'no-room');
    await write(project, 'one');
    cloud.machines.full = true;
    await expect(publishProgram(project, publication)).rejects.toBeInstanceOf(SandboxUnavailable);
    cloud.machines.full = false;
    await here.table.injectFault({ action: 'UpdateItem', times: ATTEMPTS, error: 'InternalServerError' });
    await expect(publishProgram(project, publication)).rejects.toThrow();
    expect(await listPreviews(project, { limit: 5 })).toMatchObject({ items: [] });
    const { id } = await publishProgram(project, publication);
    expect(await found({ project, id })).toEqual(runs);
    await stopProgram(project, id);
  });

  test('ends with its preview by the sweeper, and one whose end fails halfway is ended by the next sweep', async () => {
    const world = await published('swept');
    const item = await getItem(projectKeys.preview(world.project, world.id));
    const late = { now: () => Date.now() + 2 * HOUR };
    await here.table.injectFault({ action: 'DeleteItem', times: 2 * ATTEMPTS, error: 'InternalServerError' });
    await expect(redrive(item!, late)).rejects.toThrow();
    await expect(redrive(item!, late)).rejects.toThrow();
    await redrive(item!, late);
    expect(await found(world)).toEqual({ state: 'none', service: false, machines: 0, onRecord: 0 });
  });

  test('that nobody asks for half an hour is stopped by the sweeper, and one that is asked goes on', async () => {
    const [idle, used] = [await published('idle'), await published('used')];
    const after = (minutes: number) => ({ now: () => Date.now() + minutes * MINUTE });
    const sweepAfter = (minutes: number) => sweep(after(minutes).now() + MINUTE, after(minutes));
    await sweepAfter(29);
    expect([await found(idle), await found(used)]).toEqual([runs, runs]);
    await reach(used, { clock: after(25) });
    await sweepAfter(31);
    expect([await found(idle), await found(used)]).toEqual([{ ...stopped, service: true }, runs]);
    await sweepAfter(54);
    expect(await found(used)).toEqual(runs);
    await sweepAfter(56);
    expect(await found(used)).toEqual({ ...stopped, service: true });
    await startProgram(idle.project, idle.id);
    expect(await found(idle)).toEqual(runs);
    await stopProgram(idle.project, idle.id);
  });

  test('is not started behind the wall "light", which says what to do', async () => {
    const project = projectOf('alice', 'light');
    process.env[ENV.sandboxWall] = 'light';
    const refused = publishProgram(project, publication);
    await expect(refused).rejects.toMatchObject({ status: 409, message: expect.stringContaining('"process"') });
    process.env[ENV.sandboxWall] = 'process';
    expect(await listPreviews(project, { limit: 5 })).toMatchObject({ items: [] });
  });
});
