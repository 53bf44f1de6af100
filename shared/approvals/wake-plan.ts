import { afterCommit, hint } from '../bus/index.ts';
import type { ProjectScope } from '../core/scope.ts';
import { appendWrites, type NewEvent, readEnd } from '../events/index.ts';
import { due, projectKeys, runKeys, transact, type Write } from '../store/index.ts';
import type { Approval } from './approval.ts';

/** Drafts of one round: a rejection with a reason leads to another draft until there are this many. */
export const MAX_DRAFTS = 3;

const stillAsked = '#state = :drafted and #approval = :approval and attribute_not_exists(#verdict)';

const asksForThis = '#approval = :approval';

/**
 * Stores the decision about a plan in the round that waits for it. An edited draft replaces the stored one; a rejection
 * with a reason leads to another draft, up to `MAX_DRAFTS`. The round becomes due, which wakes the execution.
 */
export const wakePlan = async (
  project: ProjectScope,
  approval: Approval,
  { now, more }: { now: number; more: { writes: Write[]; events: NewEvent[]; draft?: Record<string, unknown> } },
): Promise<boolean> => {
  const { run_id: run, round = 0, session_id: session } = approval;
  const appended = appendWrites(project, session, { end: await readEnd(project, session), events: more.events, now });
  const again = approval.status === 'rejected' && approval.reason !== undefined;
  const decided = verdictWrite(project, approval, { now, draft: more.draft });
  const tried = (write: Write) =>
    transact([
      ...more.writes,
      write,
      {
        key: projectKeys.run(project, run),
        update: 'REMOVE #approval',
        when: asksForThis,
        values: { approval: approval.approval_id },
      },
      ...appended.writes,
    ]);
  // After the last draft the rejection is final.
  let outcome = again ? await tried(draftAgain(project, approval, now)) : await tried(decided);
  if (!outcome.ok && again) outcome = await tried(decided);
  if (!outcome.ok) return false;
  await afterCommit({ project, starts: [], session, events: appended.events });
  await hint(project, { kind: 'round', run_id: run, round });
  return true;
};

const verdictWrite = (
  project: ProjectScope,
  approval: Approval,
  { now, draft = {} }: { now: number; draft?: Record<string, unknown> | undefined },
): Write => {
  const key = runKeys.round(project, approval.run_id, approval.round ?? 0);
  const set: Record<string, unknown> = { verdict: approval.status, ...due(key, now), ...draft };
  const names = Object.keys(set);
  // A text is in the item or in the bucket; the text it replaces may be in the other.
  const elsewhere = Object.keys(draft).length > 0 ? ['content', 'content_ref'].filter((name) => !(name in draft)) : [];
  const removed = elsewhere.length > 0 ? ` REMOVE ${elsewhere.map((name) => `#${name}`).join(', ')}` : '';
  return {
    key,
    update: `SET ${names.map((name) => `#${name} = :to_${name}`).join(', ')}${removed}`,
    when: stillAsked,
    values: {
      drafted: 'drafted',
      approval: approval.approval_id,
      ...Object.fromEntries(names.map((name) => [`to_${name}`, set[name]])),
    },
  };
};

const mayTryAgain = '#attempt < :most';

const draftAgain = (project: ProjectScope, approval: Approval, now: number): Write => {
  const key = runKeys.round(project, approval.run_id, approval.round ?? 0);
  return {
    key,
    update:
      'SET #attempt = #attempt + :one, #rejections = list_append(if_not_exists(#rejections, :none), :reason), #due_at = :due_at, #due_shard = :due_shard REMOVE #content, #content_ref, #estimate, #asks, #approval',
    when: `${stillAsked} and ${mayTryAgain}`,
    values: {
      one: 1,
      none: [],
      reason: [approval.reason ?? ''],
      most: MAX_DRAFTS,
      drafted: 'drafted',
      approval: approval.approval_id,
      ...due(key, now),
    },
  };
};
