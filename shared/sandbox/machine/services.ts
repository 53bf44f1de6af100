import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { machineHeaders } from '../../platform/machines.ts';
import type { WallName } from '../contract.ts';
import { SandboxUnavailable } from '../errors.ts';
import { PORT_HEADER } from '../inside/agent/forward.ts';
import type { ServiceOrder } from '../inside/agent/service.ts';
import { seal } from '../inside/envelope.ts';
import type { ServiceAddress, ServiceLog, ServiceState, Services } from '../services.ts';
import { type Answer, exchange } from './exchange.ts';
import { findMachine } from './item.ts';
import { type Around, LONGEST_LIFE, type Started, startMachine, stopMachine, TOKEN_MINUTES } from './lifetime.ts';
import { environment } from './sandbox.ts';

const ANSWER_BYTES = 64 * 1024 * 1024;
const ANSWER_MS = MINUTE;

type Running = Started & { port: number };

/**
 * Each in a machine of its own, that ends at the deadline. Locally machines are namespaces, so this is the wall `process` there.
 */
export function createServices(
  wall: WallName,
  around: Around = { clock: systemClock, wait: (ms) => sleep(ms) },
): Services {
  const addressOf = ({ url, headers, port }: Running): ServiceAddress => ({
    url,
    headers: { ...headers, [PORT_HEADER]: String(port) },
    // A little less than the token's, for whoever is at work with it by then.
    expiresAt: new Date(around.clock.now() + (TOKEN_MINUTES - 5) * MINUTE),
  });

  const running = async (project: ProjectScope, id: string): Promise<Running> => {
    const item = await findMachine(project, id);
    const isThere = item?.port !== undefined && item.microvm !== undefined && item.ends_at > around.clock.now();
    if (!isThere) throw new NotFound(NOT_THERE);
    const { microvm = '', endpoint = '', port = 0 } = item;
    return { id, url: endpoint, headers: await machineHeaders(microvm, TOKEN_MINUTES), port };
  };

  const ask = async ({ url, headers }: Started, method: string, path: string, body?: Uint8Array[]): Promise<Answer> => {
    const request = { method, url: `${url}/-/artel/service${path}`, headers, ...(body && { body }) };
    const answer = await exchange(request, ANSWER_BYTES, AbortSignal.timeout(ANSWER_MS)).catch((error: unknown) => {
      throw new SandboxUnavailable('The service does not answer.', { cause: error, retryAfter: 1 });
    });
    if (answer.status === 404) throw new NotFound(NOT_THERE);
    if (answer.status !== 200) throw new SandboxUnavailable('The service does not answer.', { retryAfter: 1 });
    return answer;
  };

  return {
    wall,
    async start({ project, files, command, port, limits, deadline }) {
      const endsAt = Math.min(deadline.getTime(), around.clock.now() + LONGEST_LIFE);
      const machine = await startMachine(project, { endsAt, port }, around);
      const order: ServiceOrder = { command, env: { ...environment, PORT: String(port) }, port, limits };
      try {
        await ask(machine, 'POST', '', seal({ header: order, files: [...files], removed: [] }));
      } catch (error) {
        await stopMachine(project, machine.id);
        throw error;
      }
      return { id: machine.id, address: addressOf({ ...machine, port }) };
    },
    async find(project, id) {
      const found = await running(project, id);
      const { body } = await ask(found, 'GET', '');
      return { ...(JSON.parse(body.toString()) as ServiceState), address: addressOf(found) };
    },
    async restart(project, id) {
      await ask(await running(project, id), 'POST', '/restart');
    },
    async stop(project, id) {
      if ((await findMachine(project, id))?.port === undefined) throw new NotFound(NOT_THERE);
      await stopMachine(project, id);
    },
    async logs(project, id, offset) {
      const { body } = await ask(await running(project, id), 'GET', `/log?offset=${offset}`);
      return JSON.parse(body.toString()) as ServiceLog;
    },
  };
}

const NOT_THERE = 'There is no such service. It was stopped, or its time is over.';
