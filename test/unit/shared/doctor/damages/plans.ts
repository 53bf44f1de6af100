import { userKeys } from '../../../../../shared/store/index.ts';
import { add, change, type DamagedFact, NOT_DUE, remove } from '../damage.ts';
import { project } from '../items.ts';
import { place, places, planTask, round, runKey } from '../keys.ts';

const listed = (task: string) => ({
  project_id: 'prj_garden',
  run_id: 'run_plan',
  task_id: task,
  agent_key: 'agt_team',
});

export const planDamages: DamagedFact[] = [
  ['a plan that is not due', change(runKey('plan'), NOT_DUE), ['plans that nobody watches']],
  ['a plan in a round that is closed', change(round, { state: 'closed' }), ['rounds']],
  ['a round that has ended and is not due', change(round, { state: 'ended' }), ['rounds']],
  ['a round that waits for nothing', change(round, { left: undefined }), ['rounds']],
  ['a task that waits for one that ended', change(planTask(4), { open: new Set(['t1']) }), ['blocked tasks']],
  ['a task that waits for none and stands still', change(planTask(4), { open: undefined }), ['undecided tasks']],
  ['an end of a task that nobody was told', change(planTask(1), { announced: false }), ['unannounced ends of tasks']],
  ['a task under way without a place', change(places, { places: undefined }), ['places of plans']],
  [
    'a place of a task that has ended',
    change(places, { places: new Set([place('plan_0001'), place('plan_0002')]) }),
    ['places of plans'],
  ],
  [
    'a place of a task that is gone',
    change(places, { places: new Set([place('plan_0002'), place('gone')]) }),
    ['forgotten places of plans'],
  ],
  ['a ready task that is not in the list', remove(userKeys.ready(project.user, 'tsk_plan_0003')), ['ready tasks']],
  [
    'a listed task that is not ready',
    add(userKeys.ready(project.user, 'tsk_plan_0002'), listed('tsk_plan_0002')),
    ['ready tasks'],
  ],
  [
    'a listed task that is gone',
    add(userKeys.ready(project.user, 'tsk_gone'), listed('tsk_gone')),
    ['forgotten ready tasks'],
  ],
];
