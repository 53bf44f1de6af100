import { type EgressFetch, egressFetch } from '../egress/index.ts';
import { optional } from '../platform/configuration.ts';
import { chosenWall } from './chosen-wall.ts';
import type { Sandbox, WallName } from './contract.ts';
import { SandboxUnavailable } from './errors.ts';
import { inFunction } from './light/in-function.ts';
import { lightWall } from './light/wall.ts';
import { createMachineSandbox } from './machine/sandbox.ts';
import { createProcessSandbox } from './process/sandbox.ts';

type Opened = { fetch: EgressFetch };

/** How each wall is opened from inside a function; one that is not here cannot be chosen. */
const OPENING: Partial<Record<WallName, (opened: Opened) => Sandbox>> = {
  light: ({ fetch }) => lightWall(inFunction, fetch),
  process: () => {
    const dependencies = optional('sandboxDependencies');
    return createProcessSandbox({ ...(dependencies !== undefined && { dependencies }) });
  },
  machine: () => createMachineSandbox(),
};

/**
 * The sandbox of this deployment. It fails closed: behind no other wall than the chosen one does a command ever run, and where
 * that cannot be opened, none does.
 */
export const sandboxOf = (fetch: EgressFetch = egressFetch): Sandbox => {
  const wall = chosenWall();
  const open = wall && OPENING[wall];
  return open ? open({ fetch }) : closed(wall ?? 'light');
};

const closed = (wall: WallName): Sandbox => ({
  wall,
  run: () => Promise.reject(new SandboxUnavailable('No command can be run in this deployment.')),
});
