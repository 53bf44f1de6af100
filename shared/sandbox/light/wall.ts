import type { EgressFetch } from '../../egress/index.ts';
import type { Command, Sandbox } from '../contract.ts';
import type { Exchange, Job, Reply } from './messages.ts';
import { asOutcome } from './outcome.ts';
import { answerTo, MAX_REQUESTS } from './requests.ts';

/** Runs a job somewhere without any network. */
export type RunJob = (command: Command, job: Job) => Promise<Reply>;

const jobOf = ({ files, command, stdin, limits, grants }: Command): Omit<Job, 'exchanges'> => ({
  files: [...files].map(([path, { content, executable = false }]) => ({ path, content, executable })),
  command,
  ...(stdin !== undefined && { stdin }),
  limits,
  reaches: grants.hosts.length > 0,
});

/**
 * The wall `light`. A command that asks for something from outside is run again from its beginning with the answer, since its only
 * effects are in memory; whoever holds the dispatcher is outside the wall.
 */
export const lightWall = (run: RunJob, fetch: EgressFetch): Sandbox => ({
  wall: 'light',
  run: async (command) => {
    const job = jobOf(command);
    const exchanges: Exchange[] = [];
    for (;;) {
      const reply = await run(command, { ...job, exchanges });
      if (reply.kind !== 'asks') return asOutcome(reply);
      const { request } = reply;
      const isOneTooMany = exchanges.length >= MAX_REQUESTS;
      const answer = isOneTooMany
        ? { refused: `A command may make ${MAX_REQUESTS} requests.` }
        : await answerTo(request, { fetch, command });
      exchanges.push({ request, answer });
    }
  },
});
