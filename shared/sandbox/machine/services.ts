import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { MINUTE, SECOND, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { machineHeaders } from '../../platform/machines.ts';
import type { WallName } from '../contract.ts';
import { SandboxUnavailable } from '../errors.ts';
import { PORT_HEADER } from '../inside/agent/forward.ts';
import type { RestartOrder, ServiceOrder } from '../inside/agent/service.ts';
import { seal } from '../inside/envelope.ts';
import type { ServiceAddress, Services } from '../services.ts';
import { type Answer, exchange } from './exchange.ts';
import { findMachine } from './item.ts';
import { type Around, LONGEST_LIFE, type Started, startMachine, stopMachine, TOKEN_MINUTES } from './lifetime.ts';
import { environment } from './sandbox.ts';

/** Of a log of the longest, in which each byte may be written as six. */
const ANSWER_BYTES = 2 * 1024 * 1024;
/** It may have files to lay out. */
const ORDER_MS = MINUTE;
/** Somebody waits for it, and for the others of a list. */
const LOOK_MS = 5 * SECOND;

/*
 * A program may take the place of the agent in its machine, or stop it: what comes from there is as little to be trusted as what
 * the program itself says.
 */
const stateSchema = z.object({ state: z.enum(['starting', 'running', 'ended']), exit: z.int().optional() });
const logSchema = z.object({ text: z.string(), next: z.int().min(0), isCut: z.boolean() });

const NO_ANSWER = 'The service does not answer.';
const read = <T>(schema: z.ZodType<T>, { body }: Answer): T => {
  try {
    return schema.parse(JSON.parse(body.toString()));
  } catch (error) {
    throw new SandboxUnavailable(NO_ANSWER, { cause: error, retryAfter: 1 });
  }
};

type Running = Started & { port: number; until: number };

/** A token is used again while it is good for this long still; each is asked of AWS. */
const GOOD_FOR = 30 * MINUTE;
/** Taken off the time that AWS says, for whoever is at work with it by then. */
const SPARE = 5 * MINUTE;

/**
 * Each in a machine of its own, that ends at the deadline. Locally machines are namespaces, so this is the wall `process` there.
 */
export function createServices(
  wall: WallName,
  around: Around = { clock: systemClock, wait: (ms) => sleep(ms) },
): Services {
  const tokens = new LRUCache<string, Pick<Running, 'headers' | 'until'>>({ max: 100 });
  const goodUntil = (): number => around.clock.now() + TOKEN_MINUTES * MINUTE - SPARE;

  const tokenFor = async (microvm: string): Promise<Pick<Running, 'headers' | 'until'>> => {
    const before = tokens.get(microvm);
    if (before && before.until > around.clock.now() + GOOD_FOR) return before;
    const token = { until: goodUntil(), headers: await machineHeaders(microvm, TOKEN_MINUTES) };
    tokens.set(microvm, token);
    return token;
  };

  const addressOf = ({ url, headers, port, until }: Running): ServiceAddress => ({
    url,
    headers: { ...headers, [PORT_HEADER]: String(port) },
    expiresAt: new Date(until),
  });

  const running = async (project: ProjectScope, id: string): Promise<Running> => {
    const item = await findMachine(project, id);
    const isThere = item?.port !== undefined && item.microvm !== undefined && item.ends_at > around.clock.now();
    if (!isThere) throw new NotFound(NOT_THERE);
    const { microvm = '', endpoint = '', port = 0 } = item;
    return { id, url: endpoint, port, ...(await tokenFor(microvm)) };
  };

  const ask = async ({ url, headers }: Started, method: string, path: string, body?: Uint8Array[]): Promise<Answer> => {
    const request = { method, url: `${url}/-/artel/service${path}`, headers, ...(body && { body }) };
    const within = AbortSignal.timeout(method === 'GET' ? LOOK_MS : ORDER_MS);
    const answer = await exchange(request, ANSWER_BYTES, within).catch((error: unknown) => {
      throw new SandboxUnavailable(NO_ANSWER, { cause: error, retryAfter: 1 });
    });
    if (answer.status === 404) throw new NotFound(NOT_THERE);
    if (answer.status !== 200) throw new SandboxUnavailable(NO_ANSWER, { retryAfter: 1 });
    return answer;
  };

  return {
    wall,
    async start({ project, id, files, command, port, limits, deadline, preview, lookAt }) {
      const endsAt = Math.min(deadline.getTime(), around.clock.now() + LONGEST_LIFE);
      const shown = { ...(preview !== undefined && { preview }), ...(lookAt && { lookAt: lookAt.getTime() }) };
      const machine = await startMachine(project, { ...(id !== undefined && { id }), endsAt, port, ...shown }, around);
      const order: ServiceOrder = { command, env: { ...environment, PORT: String(port) }, port, limits };
      try {
        await ask(machine, 'POST', '', seal({ header: order, files: [...files], removed: [] }));
      } catch (error) {
        await stopMachine(project, machine.id);
        throw error;
      }
      return { id: machine.id, address: addressOf({ ...machine, port, until: goodUntil() }) };
    },
    async find(project, id) {
      const found = await running(project, id);
      return { ...read(stateSchema, await ask(found, 'GET', '')), address: addressOf(found) };
    },
    async address(project, id) {
      return addressOf(await running(project, id));
    },
    async restart(project, id, files) {
      const body = files && seal<RestartOrder>({ header: {}, files: [...files], removed: [] });
      await ask(await running(project, id), 'POST', '/restart', body);
    },
    async stop(project, id) {
      if ((await findMachine(project, id))?.port === undefined) throw new NotFound(NOT_THERE);
      await stopMachine(project, id);
    },
    async logs(project, id, offset) {
      return read(logSchema, await ask(await running(project, id), 'GET', `/log?offset=${offset}`));
    },
  };
}

const NOT_THERE = 'There is no such service. It was stopped, or its time is over.';
