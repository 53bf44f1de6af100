import { Unprocessable } from '../../core/errors.ts';
import type { Contents } from './contents.ts';

/** Of all agents: each is embedded within the request. */
const MAX_MEMORIES = 2_000;
/** One after the other, each some ten milliseconds, within the half minute that a request has. */
const MAX_STEPS = 1_000;
/** Of the things that go into one transaction, as many as always fit. */
const TOGETHER = 20;

/** Throws 422 for a part that would take longer than a request may: it would break off each time it is repeated. */
export const checkSize = (contents: Contents): void => {
  const { agents, pieces, files, memories, plans } = contents;
  if (memories.length > MAX_MEMORIES) throw tooMuch(`${MAX_MEMORIES} memories`);
  const versions = [...agents.values()].reduce(
    (sum, agent) => sum + 1 + Math.ceil(agent.versions.length / TOGETHER),
    0,
  );
  const copied = contents.versions.reduce((sum, one) => sum + 1 + one.files.length, pieces.length);
  const steps = versions + copied + files.size + inSessions(contents) + 2 * plans.length;
  if (steps > MAX_STEPS) throw tooMuch(`some ${MAX_STEPS} files, versions, sessions and plans`);
};

/** Of each session its messages, events, runs and approvals go together. */
const inSessions = ({ sessions, messages, logs, runs, approvals }: Contents): number => {
  const ofSessions = [
    messages.map(({ of }) => of),
    runs.map(({ of }) => of),
    approvals.map(({ value }) => value.session_id),
  ];
  const steps = ofSessions.flatMap((some) => [...Map.groupBy(some, (session) => session).values()]);
  const texts = [...logs.values()].map(({ kept }) => 1 + Math.ceil(kept.length / (TOGETHER * TOGETHER)));
  return (
    sessions.size +
    steps.reduce((sum, { length }) => sum + Math.ceil(length / TOGETHER), 0) +
    texts.reduce((sum, n) => sum + n, 0)
  );
};

const tooMuch = (most: string): Unprocessable =>
  new Unprocessable(`A part of an import has at most ${most}. Cut the export into smaller ones.`);
