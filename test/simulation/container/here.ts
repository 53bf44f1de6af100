import { AsyncLocalStorage } from 'node:async_hooks';
import type { Container, Invocation } from '../world/container.ts';

/** The function that the running code belongs to. */
export const invocationHere = new AsyncLocalStorage<Invocation>();

/** The container in which the running code runs: its time, its chance and its module state are meant. */
/** Whether a function of the product runs. */
export const isInside = (): boolean => invocationHere.getStore() !== undefined;

export const here = (): Container => {
  const invocation = invocationHere.getStore();
  if (!invocation) throw new Error('Code of the product ran outside of any container.');
  return invocation.container;
};
