import { isFinal, listRuns, runUnder, type Task } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { Conflict } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { findStanding } from '../../previews/index.ts';
import { type Page, readProgress } from '../progress.ts';
import { readSettings } from '../settings.ts';
import { type Build, buildRun, findBuild } from './build.ts';
import { accept, mayLeaveUnasked } from './start.ts';

/** Among so many of the newest builds of the project, the newest of a session is looked for. */
const LOOKED_THROUGH = 50;

/** What the same request has begun already: by the time it is repeated that one goes on, and the page's ledger may be another. */
const begunBefore = async (
  project: ProjectScope,
  id: string,
  requestKey: string | undefined,
): Promise<string | undefined> => {
  if (requestKey === undefined) return undefined;
  const { run } = await buildRun(project, id);
  const begun = await runUnder(project, { session: run.session_id, requestKey });
  if (begun === undefined) return undefined;
  const { task } = await buildRun(project, begun);
  if (readSettings(task?.build ?? '{}').fix) return begun;
  throw new Conflict('This idempotency key was used for another message.');
};

type Found = { page: Page; task: Task | undefined };

/** The page as the newest build of the session left it: that one knows what became of errors before. */
const pageOf = async (project: ProjectScope, id: string): Promise<Found & { session: string }> => {
  const asked = await buildRun(project, id);
  const { items } = await listRuns(project, { limit: LOOKED_THROUGH, mode: 'build' });
  const newest = items.find(({ session_id }) => session_id === asked.run.session_id);
  const found = newest === undefined || newest.id === id ? asked : await buildRun(project, newest.id);
  if (!isFinal(found.run.state)) throw new Conflict('The build goes on still. Wait for its end, or cancel it first.');
  const tasks = [found.task, asked.task];
  const [page] = tasks.flatMap((task) => readProgress(task?.progress).page ?? []);
  if (!page) throw new Conflict('This build shows no page, so no browser has said what goes wrong in it.');
  return { page, task: asked.task, session: asked.run.session_id };
};

/** A new build in the session of one that has ended, which mends what browsers said goes wrong in its page, and nothing else. */
export const fixBuild = async (
  project: ProjectScope,
  id: string,
  { requestKey }: { requestKey?: string | undefined },
  clock: Clock = systemClock,
): Promise<Build> => {
  const begun = await begunBefore(project, id, requestKey);
  if (begun !== undefined) return findBuild(project, begun, clock);
  const { page, task, session } = await pageOf(project, id);
  await findStanding(project, page.preview_id, clock);
  const { template: _, ...settings } = readSettings(task?.build ?? '{}');
  mayLeaveUnasked(project, settings);
  const asked = { request: 'Mend the errors that the page has reported.', requestKey, session };
  const accepted = await accept(project, { ...asked, settings: { ...settings, fix: page } }, clock);
  return findBuild(project, accepted.run.run_id, clock);
};
