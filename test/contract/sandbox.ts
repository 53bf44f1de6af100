import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../shared/sandbox/index.ts';
import { commandOf, type Run, type Walled } from './sandbox/asked.ts';
import { runsCommands } from './sandbox/commands.ts';
import { letsNothingThrough } from './sandbox/escapes.ts';
import { keepsLimits } from './sandbox/limits.ts';

export { changesOf, commandOf, filesOf } from './sandbox/asked.ts';

/** What every wall does with a command, and what none lets through. */
export const sandboxContract = (name: string, { open, hasProcesses }: Walled): void => {
  describe(`the wall ${name}`, () => {
    let sandbox: Sandbox;
    let close: () => Promise<void> | void;
    const run: Run = (command, asked) => sandbox.run(commandOf(command, asked));

    beforeAll(async () => {
      ({ sandbox, close } = await open());
    });
    afterAll(() => close());

    test('says in each outcome which wall it was', async () => {
      expect((await run('true')).wall).toBe(sandbox.wall);
    });
    runsCommands(run);
    keepsLimits(run, { hasProcesses });
    letsNothingThrough(run);
  });
};
