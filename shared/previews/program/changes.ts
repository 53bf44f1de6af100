import { type Clock, MINUTE } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Condition, projectKeys, updateItem } from '../../store/index.ts';
import type { Intended } from './stored.ts';

/** Says whether the condition held. What was removed does not come back. */
const change = async (
  project: ProjectScope,
  preview: string,
  { update, ...condition }: Condition & { update: string },
): Promise<boolean> => (await updateItem(projectKeys.program(project, preview), update, condition)).ok;

const stillStopped = 'attribute_exists(#pk) and attribute_not_exists(#service)';
const stillOurs = '#service = :service';

/**
 * That it is about to be started in a machine of this name. Of two that start it one does:
 *
 *     one        reads "stopped" ── names its machine ── starts it ── …
 *     another    reads "stopped" ─────────────────────── too late
 */
export const intend = (project: ProjectScope, preview: string, { service, version, now }: Intended): Promise<boolean> =>
  change(project, preview, {
    update: 'set #service = :service, #version = :version, #begun_at = :now, #is_begun = :no remove #renewing_until',
    when: stillStopped,
    values: { service, version, now, no: false },
  });

/** False: it was stopped, or its preview ended, while it was being started. */
export const noteBegun = (project: ProjectScope, preview: string, service: string): Promise<boolean> =>
  change(project, preview, { update: 'set #is_begun = :yes', when: stillOurs, values: { service, yes: true } });

/** That somebody asks it something. */
export const noteAsked = (project: ProjectScope, preview: string, { service, now }: { service: string; now: number }) =>
  change(project, preview, { update: 'set #asked_at = :now', when: stillOurs, values: { service, now } });

/** That it runs no more, unless it was started elsewhere since. */
export const noteStopped = (project: ProjectScope, preview: string, service: string): Promise<boolean> =>
  change(project, preview, { update: 'remove #service, #renewing_until', when: stillOurs, values: { service } });

const nobodyRenews =
  '#service = :service and #version = :version and (attribute_not_exists(#renewing_until) or #renewing_until < :now)';
const stillRenewed = '#service = :service and #renewing_until = :until';

/** How long whoever starts it again has for it, before another may. */
const RENEWS_WITHIN = MINUTE;

/**
 * The right to start it again on other files, which one has at a time: until when, or `undefined`.
 *
 *     a request          reads version 6, the newest is 7 ── may ── files, restart ── notes 7
 *     another request    reads version 6, the newest is 7 ───────── may not: waits for the first
 */
export const claimRenewal = async (
  project: ProjectScope,
  preview: string,
  { service, version }: { service: string; version: number },
  clock: Clock,
): Promise<number | undefined> => {
  const now = clock.now();
  const until = now + RENEWS_WITHIN;
  const values = { service, version, now, until };
  const isOurs = await change(project, preview, { update: 'set #renewing_until = :until', when: nobodyRenews, values });
  return isOurs ? until : undefined;
};

/** On which version it runs now; without one, that it could not be started again. */
export const endRenewal = (
  project: ProjectScope,
  preview: string,
  { service, until, version, now }: { service: string; until: number; version?: number; now: number },
): Promise<boolean> =>
  change(project, preview, {
    update: `${version === undefined ? '' : 'set #version = :version, #begun_at = :now '}remove #renewing_until`,
    when: stillRenewed,
    values: { service, until, ...(version !== undefined && { version, now }) },
  });
