import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMachineSandbox } from '../../shared/sandbox/index.ts';
import { queryPage, ranges } from '../../shared/store/index.ts';
import { noBubblewrap } from '../support/bubblewrap.ts';
import { inTable } from '../support/in-table.ts';
import { startTestMachines, type TestMachines } from '../support/machines.ts';
import { commandOf, sandboxContract } from './sandbox.ts';

/* Requirements: BT5. */

describe.skipIf(noBubblewrap)('with machines that are namespaces', () => {
  inTable();
  let here: TestMachines;
  beforeAll(async () => {
    here = await startTestMachines();
  });
  afterAll(() => here.stop());

  sandboxContract('machine', {
    hasProcesses: true,
    open: async () => ({ sandbox: createMachineSandbox(), close: () => undefined }),
  });

  test('a command of the wall machine has one of its own, which is ended and forgotten when it is over', async () => {
    here.calls.length = 0;
    const command = commandOf('echo hi');
    await createMachineSandbox().run(command);
    expect(here.calls).toEqual(['RunMicrovm', 'CreateMicrovmAuthToken', 'TerminateMicrovm']);
    expect(here.machines.running).toEqual([]);
    const { items } = await queryPage({ ...ranges.machines(command.project), limit: 1 });
    expect(items).toEqual([]);
  });
});
