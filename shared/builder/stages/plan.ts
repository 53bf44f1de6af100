import type { BuildTask } from '../progress.ts';
import { type TaskGraph, taskGraph, techLead } from '../roles/tech-lead.ts';
import type { BuildSteps } from '../steps/steps.ts';
import { proposeJson } from './edited-json.ts';
import { type PlannedWork, planned } from './graph.ts';
import { fails, type StageRun, sections, sentBack, type Work } from './work.ts';

/** Graphs of the tech lead that have faults no rule repairs. */
const MAX_DRAFTS = 2;

/** Divides the work into tasks, or divides it anew where something was sent back: what is done stays done. */
export const plan: StageRun = async (steps, work, name) => {
  let faults: string[] = [];
  for (let count = 1; count <= MAX_DRAFTS; count += 1) {
    const drawn = await steps.ask(`${name}/divide/${count}`, { role: techLead, input: inputOf(work, faults) });
    const checked = planned(drawn);
    if ('faults' in checked) {
      faults = checked.faults;
      continue;
    }
    const agreed = await proposeJson<TaskGraph>(steps, work, {
      name: `${name}/agree/${count}`,
      proposal: { about: 'plan', title: `Plan: ${counted(checked.tasks.length)}` },
      output: { tasks: checked.tasks },
      form: taskGraph,
      faultsIn: (edited) => {
        const again = planned(edited);
        return 'faults' in again ? again.faults : again.changes;
      },
    });
    if ('verdict' in agreed) return sentBack(work, agreed, 'plan');
    await begin(steps, work, { name, graph: agreed.output });
    return 'accepted';
  }
  return fails(work, {
    reason: `The tech lead made no plan that can be carried out: ${faults.join(' ')}`,
    next: 'Describe the wish in smaller parts, or choose another model for the agent, and continue the build.',
  });
};

const inputOf = (work: Work, faults: string[]): string =>
  sections({
    Specification: work.specification,
    Architecture: JSON.stringify(work.architecture, null, 2),
    'Tasks that are done already': [...work.finished, ...finishedIn(work)]
      .map(({ id, title }) => `${id}: ${title}`)
      .join('\n'),
    'Why it is planned again': work.complaint,
    'What was wrong with your last plan': faults.join('\n'),
  });

const counted = (tasks: number): string => (tasks === 1 ? '1 task' : `${tasks} tasks`);

const finishedIn = ({ tasks, done }: Work): PlannedWork[] => tasks.filter(({ id }) => done.has(id));

/** Tasks of the new graph are open, whatever their ids meant before. */
const begin = async (
  steps: BuildSteps,
  work: Work,
  { name, graph }: { name: string; graph: TaskGraph },
): Promise<void> => {
  const checked = planned(graph);
  work.finished.push(...finishedIn(work));
  work.tasks = 'faults' in checked ? [] : checked.tasks;
  work.done = new Set();
  work.broken = new Map();
  const text = counted(work.tasks.length);
  await steps.tell(`${name}/begin`, { stage: 'plan', text, tasks: work.tasks.map(openTask) });
};

export const openTask = ({ id, title, depends_on }: PlannedWork): BuildTask => ({
  id,
  title,
  depends_on,
  state: 'open',
});
