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
 * effects are in memory; whoever holds the dispatcher is outside the wall. All its runs, and its waits for hosts, have the time of
 * one command together.
 */
export const lightWall = (run: RunJob, fetch: EgressFetch, now: () => number = () => performance.now()): Sandbox => ({
  wall: 'light',
  run: async (command) => {
    const job = jobOf(command);
    const exchanges: Exchange[] = [];
    const { timeMs } = command.limits;
    for (let used = 0; used < timeMs; ) {
      const limits = { ...command.limits, timeMs: Math.ceil(timeMs - used) };
      const reply = await run({ ...command, limits }, { ...job, limits, exchanges });
      if (reply.kind === 'refused') return asOutcome(reply);
      if (reply.kind === 'ran') return asOutcome({ ...reply, durationMs: used + reply.durationMs });
      used += reply.durationMs;
      const asked = now();
      const { request } = reply;
      const isOneTooMany = exchanges.length >= MAX_REQUESTS;
      const answer = isOneTooMany
        ? { refused: `A command may make ${MAX_REQUESTS} requests.` }
        : await answerTo(request, { fetch, command, timeMs: timeMs - used });
      exchanges.push({ request, answer });
      used += now() - asked;
    }
    return asOutcome({
      kind: 'ran',
      exit: 137,
      output: '',
      isCut: false,
      changed: [],
      killed: 'time',
      durationMs: timeMs,
    });
  },
});
