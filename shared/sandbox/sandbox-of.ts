import { type EgressFetch, egressFetch } from '../egress/index.ts';
import { optional } from '../platform/configuration.ts';
import { type Sandbox, type WallName, walls } from './contract.ts';
import { SandboxUnavailable } from './errors.ts';
import { inFunction } from './light/in-function.ts';
import { lightWall } from './light/wall.ts';
import { createMachineSandbox } from './machine/sandbox.ts';
import { createServices } from './machine/services.ts';
import { createProcessSandbox } from './process/sandbox.ts';
import type { Services } from './services.ts';

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

/** The wall that the deployment chose; none where it chose none, or one that this version does not know. */
export const chosenWall = (): WallName | undefined => walls.find((name) => name === optional('sandboxWall'));

/**
 * The sandbox of this deployment. It fails closed: behind no other wall than the chosen one does a command ever run, and where
 * that cannot be opened, none does.
 */
export const sandboxOf = (fetch: EgressFetch = egressFetch): Sandbox => {
  const wall = chosenWall();
  const open = wall && OPENING[wall];
  return open ? open({ fetch }) : closed(wall ?? 'light');
};

/** What runs programs that go on. `undefined`: behind the chosen wall nothing does. */
export const servicesOf = (): Services | undefined => {
  const wall = chosenWall();
  return wall === 'process' || wall === 'machine' ? createServices(wall) : undefined;
};

const closed = (wall: WallName): Sandbox => ({
  wall,
  run: () => Promise.reject(new SandboxUnavailable('No command can be run in this deployment.')),
});
