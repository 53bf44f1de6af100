import { laneKeys } from '../../../../../shared/store/index.ts';
import { add, change, type DamagedFact, remove } from '../damage.ts';
import { project } from '../items.ts';
import { lane } from '../keys.ts';

const gone = { task_id: 'tsk_gone', run_id: 'run_gone', session_id: 'ses_busy', wake: 0 };

export const laneDamages: DamagedFact[] = [
  ['a queued task without an entry', remove(laneKeys.entry(project, 'agt_one', 'tsk_lane')), ['lane queue']],
  ['an entry of a task that is gone', add(laneKeys.entry(project, 'agt_one', 'tsk_gone'), gone), ['lane queue']],
  ['a slot that nobody holds', change(lane('two'), { running: 2 }), ['lane counts']],
  ['a count of queued tasks that is too low', change(lane('one'), { waiting: 0 }), ['lane counts']],
  ['a count of admitted tasks that is too high', change(lane('team'), { live: 4 }), ['lane counts']],
  ['a free slot beside a waiting task', change(lane('one'), { slots: 2 }), ['idle slots']],
  ['a lane that is drained and not due', change(lane('two'), { status: 'draining' }), ['idle slots']],
  ['work of an agent that is off', change(lane('two'), { status: 'off' }), ['work without a lane']],
];
