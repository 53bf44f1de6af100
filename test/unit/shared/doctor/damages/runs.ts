import { laneKeys, sessionKeys } from '../../../../../shared/store/index.ts';
import { add, all, change, type DamagedFact, NOT_DUE, remove, told } from '../damage.ts';
import { NOW, project } from '../items.ts';
import { approvalKey, entry, lane, runKey, stateOf, taskKey } from '../keys.ts';

export const runDamages: DamagedFact[] = [
  ['a count of waiting runs that is too high', change(stateOf('busy'), { queued: 2 }), ['session counts']],
  ['R0: an entry of a run that has ended', add(entry('done', true), { run_id: 'run_done' }), ['session queue']],
  ['an entry of a run that is gone', add(entry('gone'), { run_id: 'run_gone' }), ['session queue']],
  [
    'R0: a waiting run under the key of an urgent one',
    all(remove(entry('next')), add(entry('next', true), { run_id: 'run_next' })),
    ['session queue'],
  ],
  ['a waiting run without an entry', remove(entry('next')), ['session queue']],
  ['a session that names no active run', change(stateOf('person'), { active: undefined }), ['one active run']],
  ['a session whose active run has ended', change(stateOf('busy'), { active: 'run_done' }), ['one active run']],
  ['a count of messages that is too low', change(stateOf('plan'), { message_count: 0 }), ['message counts']],
  [
    'a run whose task has ended',
    all(change(taskKey('lane', 'lane'), { state: 'failed' }), remove(laneKeys.entry(project, 'agt_one', 'tsk_lane'))),
    ['runs and their tasks', 'lane counts'],
  ],
  [
    'R1: a task of a run that has ended',
    all(
      change(taskKey('asking', 'asking'), { state: 'failed' }),
      change(runKey('asking'), { state: 'failed', ended_at: NOW }),
      change(stateOf('asking'), { active: undefined }),
      change(sessionKeys.events(project, 'ses_asking', 1), told([1, 'run_completed', 'asking'])),
      change(lane('two'), { live: 3 }),
    ),
    ['runs and their tasks'],
  ],
  ['a dispatched task that is not due', change(taskKey('asking', 'asked'), NOT_DUE), ['tasks that nothing moves']],
  ['a retry that is not due', change(taskKey('retry', 'retry'), NOT_DUE), ['tasks that nothing moves']],
  [
    'a task that waits for nobody',
    change(taskKey('person', 'person'), { approval: 'apr_x' }),
    ['tasks that nothing moves', 'approvals'],
  ],
  ['a journal that lacks its step', change(taskKey('done', 'done'), { step: 3 }), ['journals']],
  [
    'an approval nobody waits for',
    change(approvalKey('tool'), { task_id: 'tsk_active' }),
    ['approvals', 'tasks that nothing moves'],
  ],
  ['an approval that never expires', change(approvalKey('tool'), NOT_DUE), ['approvals']],
  [
    'a decided approval that is still due',
    change(approvalKey('plan'), { status: 'approved' }),
    ['approvals', 'plans that wait for a person'],
  ],
  [
    'a plan that waits for a decided approval',
    change(approvalKey('plan'), { status: 'closed', ...NOT_DUE }),
    ['plans that wait for a person'],
  ],
];
