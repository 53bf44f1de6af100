import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ENV } from '../../../shared/core/environment.ts';
import type { Artel, Person } from '../../support/artel.ts';

export type Speaker = {
  /** Appends so many events, ten a second, and pushes them as a worker does. */
  say(events: number): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Speaks in a session in place of a worker, in its role: with the access key, addresses and names of the function
 * `agent-worker`. The session looks as it does during a run. In a thread of its own, because clients of AWS keep the first
 * environment they see.
 */
export const speakerIn = async (artel: Artel, who: Person, session: string): Promise<Speaker> => {
  const profile = await who.call<{ default_project_id: string }>('GET', '/my');
  const thread = new Worker(new URL('./speaking.ts', import.meta.url), {
    env: { ...process.env, ...artel.cloud.environmentOf('agent-worker'), [ENV.logLevel]: 'SILENT' },
    workerData: { user: who.id, project: profile.body.default_project_id, session },
  });
  return {
    say: async (events) => {
      thread.postMessage(events);
      await once(thread, 'message');
    },
    stop: async () => void (await thread.terminate()),
  };
};
