import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { SessionEvent } from '../../../../../clients/typescript/src/index.ts';
import { type Resource, useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';
import { type RunEvents, useRunEvents } from '../../../app/project/session-events.ts';
import { advanced, hasEnded, isTelling, type Plan } from './plan.ts';

/** Milliseconds after a telling event before the plan is read again, and between two such readings. */
const SOON = 250;
const BETWEEN = 2_500;

/** A plan as it was read, with the number of the newest event that was known before it was asked for. */
type Read = { plan: Plan; after: number };

export type LivePlan = {
  read: Resource<Read>;
  /** With what has happened since. */
  plan: ReadonlySignal<Plan | undefined>;
  log: RunEvents;
};

const newest = (events: readonly SessionEvent[]): number => events.at(-1)?.event_id ?? 0;

/** A plan that follows its session's events: they change states at once, and let it be read again for what they do not tell. */
export const useLivePlan = (id: string): LivePlan => {
  const log = useRef<RunEvents>(undefined);
  const read = useResource<Read>(
    async (signal) => {
      const after = newest(log.current?.events.value ?? []);
      const path = { project_id: project.value, run_id: id };
      return { after, plan: await artel().call('GET /my/projects/{project_id}/plans/{run_id}', { path, signal }) };
    },
    [id],
  );
  const known = read.data.value;
  const isOver = known !== undefined && hasEnded(known.plan);
  const following = useRunEvents(id, { session: known?.plan.session_id, isOver });
  log.current = following;
  const plan = useComputed(() => {
    const known = read.data.value;
    return (
      known &&
      advanced(
        known.plan,
        following.events.value.filter(({ event_id }) => event_id > known.after),
      )
    );
  });
  const events = following.events.value;
  const readAt = useRef(0);
  const isBehind = known !== undefined && events.some((event) => event.event_id > known.after && isTelling(event));
  useEffect(() => {
    if (!isBehind || isOver) return undefined;
    const timer = setTimeout(
      () => {
        readAt.current = Date.now();
        void read.reload();
      },
      Math.max(SOON, readAt.current + BETWEEN - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [isBehind, isOver, known, read]);
  return { read, plan, log: following };
};
