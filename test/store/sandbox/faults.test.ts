import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../shared/core/clock.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { sweep } from '../../../shared/maintenance/index.ts';
import { createMachineSandbox, createServices, SandboxUnavailable } from '../../../shared/sandbox/index.ts';
import { queryAll, ranges } from '../../../shared/store/index.ts';
import { commandOf } from '../../contract/sandbox.ts';
import { noBubblewrap } from '../../support/bubblewrap.ts';
import { inTable } from '../../support/in-table.ts';
import { startTestMachines, type TestMachines } from '../../support/machines.ts';
import { projectOf } from '../../support/tool-call.ts';

/* Requirements: QA3, BT6. */

/** As often as the store is asked before a request gives up. */
const ATTEMPTS = 5;

const limits = { timeMs: 5_000, memoryBytes: 3e8, diskBytes: 1e6, outputBytes: 1e4, processes: 20 };
const late = { now: () => Date.now() + HOUR + 3 * MINUTE };
const files = new Map();

describe.skipIf(noBubblewrap)('a machine whose start or end fails', () => {
  const here = inTable();
  let cloud: TestMachines;
  beforeAll(async () => {
    cloud = await startTestMachines();
  });
  afterAll(() => cloud.stop());

  const services = createServices('process');
  const start = (project: ProjectScope) => {
    const deadline = new Date(Date.now() + HOUR);
    return services.start({ project, files, command: 'sleep 60', port: 3000, limits, deadline });
  };
  const left = async (project: ProjectScope): Promise<unknown> => {
    let items = 0;
    for await (const item of queryAll(ranges.machines(project))) items += item.kind === 'machine' ? 1 : 0;
    return { items, machines: cloud.machines.running.length };
  };
  const fail = (action: string, error: 'InternalServerError' | 'drop-reply' = 'InternalServerError') =>
    here.table.injectFault({ action, times: error === 'drop-reply' ? 1 : ATTEMPTS, error });

  test.each(['TransactWriteItems', 'UpdateItem'])(
    'a service is not started at all where the store fails (%s)',
    async (action) => {
      const project = projectOf('alice', action);
      await fail(action);
      await expect(start(project)).rejects.toThrow();
      expect(await left(project)).toEqual({ items: 0, machines: 0 });
    },
  );

  test.each(['TransactWriteItems', 'UpdateItem'])(
    'a service is started once where an answer is lost (%s)',
    async (action) => {
      const project = projectOf('alice', `lost-${action}`);
      await fail(action, 'drop-reply');
      const { id } = await start(project);
      expect(await left(project)).toEqual({ items: 1, machines: 1 });
      await services.stop(project, id);
    },
  );

  test('a service whose end is not recorded has ended, can be stopped again, and goes with the sweeper otherwise', async () => {
    const project = projectOf('alice', 'stop');
    const { id } = await start(project);
    await fail('DeleteItem');
    await expect(services.stop(project, id)).rejects.toThrow();
    expect(await left(project)).toEqual({ items: 1, machines: 0 });
    await sweep(Date.now() + 2 * HOUR, late);
    expect(await left(project)).toEqual({ items: 0, machines: 0 });
  });

  test('a command whose machine cannot be forgotten has its outcome, and the sweeper does the rest', async () => {
    const command = commandOf('echo done', { project: projectOf('alice', 'command') });
    await fail('DeleteItem');
    expect(await createMachineSandbox().run(command)).toMatchObject({ exit: 0, output: 'done\n' });
    expect(await left(command.project)).toEqual({ items: 1, machines: 0 });
    await sweep(Date.now() + 2 * HOUR, late);
    expect(await left(command.project)).toEqual({ items: 0, machines: 0 });
  });

  test('a machine that never answers is ended', async () => {
    const project = projectOf('alice', 'deaf');
    let now = Date.now();
    const wait = async (): Promise<void> => {
      now += MINUTE;
    };
    const around = { clock: { now: () => now }, wait };
    cloud.machines.deaf = true;
    const deaf = createMachineSandbox(around).run(commandOf('echo hi', { project }));
    await expect(deaf).rejects.toBeInstanceOf(SandboxUnavailable);
    cloud.machines.deaf = false;
    expect(await left(project)).toEqual({ items: 0, machines: 0 });
  });

  test('where there is no room for a machine nothing is left, and the same can be tried again', async () => {
    const project = projectOf('alice', 'full');
    cloud.machines.full = true;
    await expect(start(project)).rejects.toBeInstanceOf(SandboxUnavailable);
    cloud.machines.full = false;
    expect(await left(project)).toEqual({ items: 0, machines: 0 });
    const { id } = await start(project);
    await services.stop(project, id);
  });
});
