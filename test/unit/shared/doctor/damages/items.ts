import { HOUR } from '../../../../../shared/core/clock.ts';
import { keyOfItem, projectKeys, runKeys, sessionKeys } from '../../../../../shared/store/index.ts';
import { add, change, type DamagedFact, NOT_DUE, told } from '../damage.ts';
import { NOW, project } from '../items.ts';
import { budget, lane, log, runKey, stateOf, taskKey } from '../keys.ts';

export const itemDamages: DamagedFact[] = [
  [
    'an item that its room cannot read',
    change(stateOf('lane'), { queued: 'one' }),
    ['readable items', 'one active run'],
  ],
  ['an item under an unknown key', add(keyOfItem({ ...lane('one'), sk: 'MYSTERY' })), ['readable items']],
  ['a task with another owner than its key', change(taskKey('done', 'done'), { user_id: 'bob' }), ['owners']],
  ['a due item in no shard', change(taskKey('active', 'active'), { due_shard: undefined }), ['due index']],
  ['a due item of no kind', change(runKey('plan'), { kind: 'wish' }), ['due index']],
  [
    'a retry that is due for two hours',
    change(taskKey('retry', 'retry'), { due_at: NOW - 2 * HOUR }),
    ['overdue items'],
  ],
  [
    'a number that is missing in the log',
    change(log, told([1, 'run_completed', 'done'], [3, 'x', 'active'])),
    ['log without gaps'],
  ],
  [
    'an item that is missing at the end of the log',
    change(sessionKeys.log(project, 'ses_busy'), { last_seq: 9 }),
    ['log without gaps'],
  ],
  [
    'an end that is told twice',
    change(log, told([1, 'run_completed', 'done'], [2, 'run_completed', 'done'])),
    ['ends in the log'],
  ],
  [
    'an event of a run after its end',
    change(log, told([1, 'run_completed', 'done'], [2, 'message_delta', 'done'])),
    ['ends in the log'],
  ],
  ['an end that is not told', change(log, told([1, 'x', 'active'], [2, 'x', 'active'])), ['ends in the log']],
  [
    'an end of a run that goes on',
    change(log, told([1, 'run_completed', 'done'], [2, 'run_completed', 'active'])),
    ['ends in the log'],
  ],
  [
    'a newest version of files that is gone',
    change(projectKeys.workspace(project), { version: 3 }),
    ['newest version of the files'],
  ],
  [
    'a version of files that nothing leads to',
    change(projectKeys.workspace(project), { version: 1, manifest: 'm1' }),
    ['newest version of the files'],
  ],
  [
    'a session that is told outside, and that nobody looks at',
    change(sessionKeys.following(project, 'ses_busy'), NOT_DUE),
    ['followed sessions'],
  ],
  [
    'a log that is followed by nobody',
    change(sessionKeys.following(project, 'ses_busy'), { kind: 'wish', due_at: undefined, due_shard: undefined }),
    ['followed sessions'],
  ],
  ['a budget that does not balance', change(budget, { left_money: 901 }), ['budgets']],
  ['a reservation that nobody releases', change(budget, NOT_DUE), ['budgets']],
  ['a message of a session that is gone', add(sessionKeys.message(project, 'ses_gone', 'msg_1')), ['leftovers']],
  ['a permission of an agent that is gone', add(projectKeys.permission(project, 'agt_gone', 'hash')), ['leftovers']],
  ['a version of an agent that is gone', add(projectKeys.agentVersion(project, 'agt_gone', 1)), ['leftovers']],
  ['a task of a run that is gone', add(runKeys.step(project, 'run_gone', 'tsk_gone', 1), { step: 1 }), ['leftovers']],
  ['an item of a project that is gone', add(projectKeys.secret(project.user.inProject('prj_x'), 'key')), ['leftovers']],
  [
    'an event of a session that is gone',
    add(sessionKeys.events(project, 'ses_gone', 1), { expires_at: NOW }),
    ['leftovers that expire'],
  ],
];
