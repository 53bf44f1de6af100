import { setTimeout as after } from 'node:timers/promises';
import type { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import { ENV } from '../../../shared/core/environment.ts';
import type { FaultProxy } from '../../support/fault-proxy.ts';

export type QueueWatch = {
  /** Resolves when no worker works and no message that could call one is left. */
  idle(): Promise<void>;
  /** Whoever had received a message is gone: it stays in flight until long after the test. */
  forget(): void;
};

/** The cloud does not tell when a thread rests; a look at its queue costs microseconds. */
const LOOK_EVERY = 4;

export const watchQueue = (cloud: LocalCloud, proxy: FaultProxy): QueueWatch => {
  const stale = new Set<string>();
  const address = cloud.environmentOf('agent-worker')[ENV.agentsQueue] ?? '';
  const agents = cloud.queues.byUrl(address);
  if (!agents) throw new Error(`There is no queue ${address}.`);
  const received = (): string[] =>
    agents
      .peek()
      .filter(({ receiveCount }) => receiveCount > 0)
      .map(({ receiptHandle }) => receiptHandle);
  const working = (): boolean => {
    const { visible, delayed } = agents.counts();
    return proxy.busy || visible > 0 || delayed > 0 || received().some((handle) => !stale.has(handle));
  };
  return {
    idle: async () => {
      while (working()) await after(LOOK_EVERY);
    },
    forget: () => {
      for (const handle of received()) stale.add(handle);
    },
  };
};
