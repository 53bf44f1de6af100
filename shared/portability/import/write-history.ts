import { restoreApprovals } from '../../approvals/index.ts';
import { restoreRuns } from '../../bus/index.ts';
import type { Clock } from '../../core/clock.ts';
import { newDatedId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { restoreEvents } from '../../events/index.ts';
import { restorePlan } from '../../plans/index.ts';
import { whileOpen } from '../../sessions/index.ts';
import type { Write } from '../../store/index.ts';
import type { Contents } from './contents.ts';
import { endedApproval, endedPlan, endedRun, eventHere, startsAlone } from './ended.ts';
import { goOn } from './go-on.ts';

/** What happened in the sessions, after what it happened to. A session that is deleted meanwhile gets nothing more. */
export const writeHistory = async (
  project: ProjectScope,
  { logs, messages, runs, plans, approvals }: Contents,
  { guard, clock }: { guard: Write; clock: Clock },
): Promise<void> => {
  const guardsOf = (session: string): [Write, Write] => [guard, whileOpen(project, session)];
  for (const [session, { kept, last }] of logs) {
    const events = kept.map((event) => eventHere(project, event));
    goOn(await restoreEvents(project, session, { events, last, guards: guardsOf(session) }));
  }
  const answers = new Map(
    messages.flatMap(({ value }) => (value.role === 'assistant' ? [[value.run_id, value.id] as const] : [])),
  );
  for (const [session, some] of Map.groupBy(runs, ({ of }) => of)) {
    const untold = startsAlone(logs.get(session)?.kept ?? []);
    const ended = some.map(({ value }) => {
      // An answer that is not there had an id all the same.
      const answer = answers.get(value.id) ?? newDatedId('msg', value.created_at);
      return endedRun(project, value, { answer, now: clock.now(), untold });
    });
    goOn(await restoreRuns(project, session, { runs: ended, guards: guardsOf(session), clock }));
  }
  for (const { value } of plans) goOn(await restorePlan(project, endedPlan(value), guardsOf(value.session_id)));
  for (const [session, some] of Map.groupBy(approvals, ({ value }) => value.session_id)) {
    const ended = some.map(({ value }) => endedApproval(value));
    goOn(await restoreApprovals(project, { approvals: ended, guards: guardsOf(session) }));
  }
};
