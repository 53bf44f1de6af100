import { agentId } from '../../agents/index.ts';
import { type Accepted, acceptWork, isFinal, noteQuestion } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { Conflict } from '../../core/errors.ts';
import { excerpt } from '../../core/excerpt.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { createSession, markSessionDeleting } from '../../sessions/index.ts';
import { mayLoosen } from '../../tools/index.ts';
import type { RoleName } from '../roles/role.ts';
import {
  type BuildSettings,
  type ChangedSettings,
  changedSettings,
  readSettings,
  type StoredSettings,
} from '../settings.ts';
import { builderOf } from './agent.ts';
import { type Build, buildRun, findBuild } from './build.ts';
import { mustBeTemplate } from './template.ts';

export type NewBuild = { request: string; settings: BuildSettings; requestKey?: string | undefined };

const MAX_TITLE = 80;

/** Accepts a build, in a session of its own. It waits for its turn where the agent is at its limit. */
export const startBuild = async (
  project: ProjectScope,
  asked: NewBuild,
  clock: Clock = systemClock,
): Promise<Build> => {
  mayLeaveUnasked(project, asked.settings);
  if (asked.settings.template !== undefined) mustBeTemplate(asked.settings.template);
  const { id: session } = await createSession(project, { title: excerpt(asked.request.trim(), MAX_TITLE) }, clock);
  try {
    return await findBuild(project, (await accept(project, { ...asked, session }, clock)).run.run_id);
  } catch (error) {
    await markSessionDeleting(project, session, { keepMemories: false, clock });
    throw error;
  }
};

/** What nobody is asked about happens unasked. */
export const mayLeaveUnasked = ({ user }: ProjectScope, { oversight }: BuildSettings): void =>
  mayLoosen(user, oversight === 'none' ? [{ path: 'oversight', message: 'No person would be asked.' }] : []);

export const accept = async (
  project: ProjectScope,
  { request, settings, session, requestKey }: NewBuild & { settings: StoredSettings; session: string },
  clock: Clock,
): Promise<Accepted> => {
  const agent = await builderOf(project);
  const { agent_key: key, name, version } = agent;
  return acceptWork(
    project,
    {
      session,
      content: request,
      agent: { key, id: agentId(project, agent), name, version },
      build: JSON.stringify(settings),
      onConflict: 'reject',
      ...(requestKey !== undefined && { requestKey }),
    },
    clock,
  );
};

type Continuation = Omit<NewBuild, 'settings'> & { changed?: ChangedSettings };

/** A new build in the session of one that has ended, from the newest files. It knows what was said and built before. */
export const continueBuild = async (
  project: ProjectScope,
  id: string,
  { request, requestKey, changed = {} }: Continuation,
  clock: Clock = systemClock,
): Promise<Build> => {
  const { run, task } = await buildRun(project, id);
  if (!isFinal(run.state)) throw new Conflict('The build goes on still. Write to one of its team, or cancel it first.');
  const settings = changedSettings(readSettings(task?.build ?? '{}'), changed);
  mayLeaveUnasked(project, settings);
  const accepted = await accept(project, { request, settings, requestKey, session: run.session_id }, clock);
  return findBuild(project, accepted.run.run_id);
};

/** Says something to one of the team, which is answered in the build's session between two steps of the work. */
export const sayToTeam = async (
  project: ProjectScope,
  id: string,
  said: { role: RoleName; content: string },
  clock: Clock = systemClock,
): Promise<void> => {
  await buildRun(project, id);
  await noteQuestion(project, { run_id: id }, { text: JSON.stringify(said), isForBuild: true, clock });
};
