import { webcrypto } from 'node:crypto';

/** What a container's code may know of time and chance. */
export type Surroundings = {
  now(): number;
  /** At least 0, less than 1. */
  random(): number;
  after(milliseconds: number, run: () => void, options?: { every?: boolean }): object;
  cancel(timer: unknown): void;
  environment: Record<string, string>;
};

export const globalsOf = (here: Surroundings) => {
  const { now, random, after, cancel, environment } = here;
  const clocked = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => after(ms, () => run(...args));
  const crypto = cryptoOf(random);
  const repeated = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
    after(ms, () => run(...args), { every: true });
  const root = Object.create(globalThis, { crypto: { value: crypto } }) as typeof globalThis;
  return {
    Date: dateOf(now),
    Math: Object.create(Math, { random: { value: random } }) as Math,
    setTimeout: clocked,
    clearTimeout: cancel,
    setInterval: repeated,
    clearInterval: cancel,
    performance: { now },
    crypto,
    AbortSignal: abortSignalOf(here),
    process: Object.create(process, { env: { value: environment } }) as typeof process,
    globalThis: root,
    global: root,
  };
};

const dateOf = (now: () => number): unknown =>
  class extends Date {
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
  };

/** Bytes by the seed. Nothing here has to be secret. */
export const randomBytesOf = (random: () => number, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));

export const randomUuidOf = (random: () => number): string => {
  const hex = randomBytesOf(random, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};

export const cryptoOf = (random: () => number) => ({
  subtle: webcrypto.subtle,
  randomUUID: () => randomUuidOf(random),
  getRandomValues: (array: Uint8Array) => {
    array.set(randomBytesOf(random, array.length));
    return array;
  },
});

const abortSignalOf = ({ after }: Surroundings): unknown =>
  new Proxy(AbortSignal, {
    get: (target, name) => {
      if (name !== 'timeout') return Reflect.get(target, name, target);
      return (milliseconds: number): AbortSignal => {
        const late = new AbortController();
        after(milliseconds, () => late.abort(new DOMException('The operation timed out.', 'TimeoutError')));
        return late.signal;
      };
    },
  });
