import { webcrypto } from 'node:crypto';
import { ENVIRONMENT } from '../cloud/environment.ts';
import { bytesBy } from '../world/chance.ts';
import { here } from './here.ts';
import { awslambda } from './streaming.ts';

/** At least 0, less than 1; by the seed, from the stream of the container that runs. */
export const random = (): number => here().random();

/** Bytes by the seed. Nothing here has to be secret. */
export const randomBytesOf = (length: number): Buffer => bytesBy({ next: random }, length);

const randomUUID = (): string => {
  const hex = randomBytesOf(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};

export const crypto = {
  subtle: webcrypto.subtle,
  randomUUID,
  getRandomValues: (array: Uint8Array) => {
    array.set(randomBytesOf(array.length));
    return array;
  },
};

const now = (): number => here().now();

class SimulatedDate extends Date {
  constructor(...given: unknown[]) {
    // A date takes one to seven arguments; without any it is now.
    super(...((given.length === 0 ? [now()] : given) as [number]));
  }
  static override now(): number {
    return now();
  }
  static override [Symbol.hasInstance](one: unknown): boolean {
    return Object.prototype.toString.call(one) === '[object Date]';
  }
}

const after = (milliseconds: number, run: () => void, { every = false } = {}): object =>
  here().after(milliseconds, run, { every });

const cancel = (timer: unknown): void => here().cancel(timer);

const abortSignal = new Proxy(AbortSignal, {
  get: (target, name) => {
    if (name !== 'timeout') return Reflect.get(target, name, target);
    return (milliseconds: number): AbortSignal => {
      const late = new AbortController();
      after(milliseconds, () => late.abort(new DOMException('The operation timed out.', 'TimeoutError')));
      return late.signal;
    };
  },
});

const root = Object.create(globalThis, { crypto: { value: crypto } }) as typeof globalThis;

/** What the product's code finds as its globals instead of the process's own. */
export const globals: Record<string, unknown> = {
  Date: SimulatedDate,
  Math: Object.create(Math, { random: { value: random } }),
  setTimeout: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => after(ms, () => run(...args)),
  clearTimeout: cancel,
  setInterval: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
    after(ms, () => run(...args), { every: true }),
  clearInterval: cancel,
  performance: { now },
  crypto,
  AbortSignal: abortSignal,
  process: Object.create(process, { env: { value: ENVIRONMENT } }),
  globalThis: root,
  global: root,
  awslambda,
};

export const GLOBAL_NAMES = Object.keys(globals);
