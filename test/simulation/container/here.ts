import { AsyncLocalStorage } from 'node:async_hooks';
import type { Reach } from './http.ts';
import type { Said } from './logger.ts';

/** What running code has of its container. */
export type Surroundings = {
  now(): number;
  /** At least 0, less than 1. */
  random(): number;
  after(milliseconds: number, run: () => void, options: { every: boolean }): object;
  cancel(timer: unknown): void;
  reach: Reach;
  said: Said;
  /** What a module exports that keeps state. */
  state(file: string): Record<string, unknown>;
};

/** A function that runs, in its container. */
export type Running = {
  readonly number: number;
  readonly role: string;
  owner: string | undefined;
  container: Surroundings;
};

export const invocationHere = new AsyncLocalStorage<Running>();

/** Whether a function of the product runs. */
export const isInside = (): boolean => invocationHere.getStore() !== undefined;

/** The container in which the running code runs: its time, its chance and its module state are meant. */
export const here = (): Surroundings => {
  const running = invocationHere.getStore();
  if (!running) throw new Error('Code of the product ran outside of any container.');
  return running.container;
};
