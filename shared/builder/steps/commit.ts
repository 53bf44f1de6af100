import { agentId } from '../../agents/index.ts';
import { ArtelError, Unavailable } from '../../core/errors.ts';
import type { NewEvent } from '../../events/index.ts';
import { BesideLost, type Committed, commit, EditConflict, findHead, type Head } from '../../workspace/index.ts';
import { withVersion } from '../progress.ts';
import type { Made, StepRecord } from './record.ts';
import type { CommitResult, Draft } from './steps.ts';
import type { Team } from './team.ts';

type Committing = { draft: Draft; reason: string };

/** A version says in a list why it was made; a longer reason is in the journal. */
const MAX_REASON = 500;

/**
 * Makes a version of the draft in one transaction with the record of the step. The transaction is refused where another session's
 * writer has taken the number in the log, or the head has moved; both begin again here, until one of us is first.
 */
export const commitDraft = (
  team: Team,
  record: StepRecord,
  { name, draft, reason }: Committing & { name: string },
): Promise<CommitResult> =>
  record.with<CommitResult>(name, (save) =>
    record
      .alone(() => committed(team, record, { name, draft, reason }))
      .then(async (result) => {
        if (!record.has(name)) await save({ result });
        return result;
      }),
  );

const committed = async (
  { project, task, agent }: Team,
  record: StepRecord,
  { name, draft, reason }: Committing & { name: string },
): Promise<CommitResult> => {
  const short = reason.slice(0, MAX_REASON);
  const edit = {
    changes: [...draft.changes],
    base: draft.base,
    reason: short,
    author: { kind: 'agent' as const, key: agent.agent_key, name: agent.name },
  };
  for (;;) {
    let stands: (() => Promise<void>) | undefined;
    try {
      const made = await commit(
        project,
        { ...edit, of: { run_id: task.run_id, task_id: task.task_id, step: record.claim.task.step } },
        {
          beside: async (came) => {
            const recording = await record.writesOf(name, madeOf(came, short, { project, task, agent }));
            stands = recording.stands;
            return recording.writes;
          },
        },
      );
      await stands?.();
      return resultOf(made);
    } catch (error) {
      if (error instanceof BesideLost) {
        if (await record.hasLanded(name)) return record.recorded<CommitResult>(name);
        continue;
      }
      if (error instanceof EditConflict) return conflictOf(error, await findHead(project));
      if (error instanceof ArtelError && !(error instanceof Unavailable))
        return { outcome: 'refused', reason: error.message };
      throw error;
    }
  }
};

const resultOf = ({ version, merged }: Committed): CommitResult => ({ outcome: 'committed', version, merged });

const madeOf = (
  committed: Committed,
  reason: string,
  { project, task, agent }: Pick<Team, 'project' | 'task' | 'agent'>,
): Made<CommitResult> => {
  const { version, merged, isNew } = committed;
  const event: NewEvent = {
    event_type: 'build_version',
    payload: { run_id: task.run_id, agent_id: agentId(project, agent), version, reason, merged },
  };
  return {
    result: resultOf(committed),
    ...(isNew && { events: [event], progress: (before) => withVersion(before, { version, reason }) }),
  };
};

/** Whoever resolves it begins at the newest version. */
const conflictOf = ({ conflicts, errors = [] }: EditConflict, head: Head | undefined): CommitResult => ({
  outcome: 'conflict',
  head: head?.version ?? 0,
  conflicts: conflicts.map(({ path }) => ({
    path,
    sides: errors.find((one) => one.path === path)?.message ?? 'Changed by somebody else too.',
  })),
});
