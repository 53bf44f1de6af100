import { agentId } from '../../agents/index.ts';
import { excerpt } from '../../core/excerpt.ts';
import type { NewEvent } from '../../events/index.ts';
import { listFiles } from '../../workspace/index.ts';
import { type Progress, withTask } from '../progress.ts';
import { type Answer, type Asked, askRole } from './ask.ts';
import { commitDraft } from './commit.ts';
import { PersonAsked, RoleFailed } from './errors.ts';
import { overviewIn, pathsOf, textOf } from './files.ts';
import { pageSteps } from './page.ts';
import type { StepRecord } from './record.ts';
import { type Ran, resultOf, runCommand } from './run.ts';
import type { BuildSteps, Told, Verdict } from './steps.ts';
import type { Team } from './team.ts';

/** The steps of a build, over the journal of its task. */
export const openSteps = (team: Team, record: StepRecord): BuildSteps => {
  const { project } = team;
  return {
    ask: async <Output>(name: string, asked: Asked<Output>) => {
      const answer = await record.once<Answer<Output>>(name, async () => {
        const { answer, usage } = await askRole(team, name, asked);
        return { result: answer, usage };
      });
      if ('failed' in answer) throw new RoleFailed(answer.failed);
      return answer.output;
    },
    run: async (name, { draft, command }) =>
      resultOf(
        await record.once<Ran>(name, async () => ({ result: await runCommand(team, { draft, command }) })),
        draft,
      ),
    read: async (name, { draft, path }) =>
      (await record.once<string | null>(name, async () => ({
        result: (await textOf(project, draft, path)) ?? null,
      }))) ?? undefined,
    list: (name, { draft }) => record.once(name, async () => ({ result: await pathsOf(project, draft) })),
    commit: (name, { draft, reason }) => commitDraft(team, record, { name, draft, reason }),
    person: (name, proposal) =>
      record.once<Verdict>(name, async () => {
        throw new PersonAsked(name, proposal);
      }),
    tell: async (name, told) => {
      await record.once(name, async () => ({
        result: null,
        events: [eventOf(team, told)],
        progress: (before: Progress) => progressWith(before, told),
      }));
    },
    overview: (name, { draft }) => record.once(name, async () => ({ result: await overviewIn(project, draft) })),
    newest: (name) => record.once(name, async () => ({ result: (await listFiles(project, { limit: 1 })).version })),
    ...pageSteps(team, record),
  };
};

/** What is longer is in the journal, and in the build's end. */
const MAX_TEXT = 2_000;

const eventOf = ({ project, task, agent }: Team, { stage, task: id, state, text, tasks }: Told): NewEvent => {
  const of = { run_id: task.run_id, agent_id: agentId(project, agent), stage, text: excerpt(text, MAX_TEXT) };
  return id === undefined
    ? { event_type: 'build_stage', payload: { ...of, ...(tasks && { tasks }) } }
    : { event_type: 'build_task', payload: { ...of, task: id, ...(state && { state }) } };
};

const progressWith = (before: Progress, { stage, task, state, tasks, webFolder }: Told): Progress => {
  const shown = webFolder === undefined ? before : { ...before, web_folder: webFolder };
  const staged = task === undefined ? { ...shown, stage } : shown;
  const planned = tasks ? { ...staged, tasks: [...tasks] } : staged;
  return task !== undefined && state ? withTask(planned, task, state) : planned;
};
