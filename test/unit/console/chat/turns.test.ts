import { describe, expect, test } from 'vitest';
import {
  isOver,
  type Said,
  type Turns,
  withEvent,
  withHistory,
  withMessage,
} from '../../../../console/src/screens/chat/turns.ts';
import { event, eventsOf } from './events.ts';

/* Requirements: WEB1, CH2. */

const heard = (...events: Parameters<typeof withEvent>[1][]): Turns => events.reduce<Turns>(withEvent, []);
const said = (run: string, role: Said['role'], content: string): Said => ({
  id: `msg_${run}_${role}`,
  role,
  content,
  agent_id: null,
  run_id: run,
  created_at: '2026-06-15T12:00:00.000Z',
});

describe('what events make of a chat', () => {
  test('a turn grows by words, and ends with the answer', () => {
    const all = eventsOf('run_1', { question: 'Hello?', words: ['One', ' two'] });
    const upTo = (type: string): Turns =>
      heard(...all.slice(0, all.findLastIndex(({ event_type }) => event_type === type) + 1));
    expect(upTo('direct_agent_call')).toMatchObject([{ state: 'running', answers: [{ text: '', isComplete: false }] }]);
    expect(upTo('message_delta')).toMatchObject([{ answers: [{ text: 'One two', isComplete: false }] }]);
    expect(heard(...all)).toMatchObject([
      {
        run: 'run_1',
        state: 'completed',
        question: { text: 'Hello?' },
        answers: [{ text: 'One two', isComplete: true }],
      },
    ]);
  });

  test('events that are told again change nothing, and words are not written twice', () => {
    const all = eventsOf('run_1', { question: 'Hello?', words: ['One', ' two'] });
    expect(heard(...all, ...all)).toEqual(heard(...all));
    const [first, second] = all.filter(({ event_type }) => event_type === 'message_delta');
    const begun = all.slice(0, all.indexOf(first!));
    expect(heard(...begun, first!, second!, first!, second!)).toEqual(heard(...begun, first!, second!));
  });

  test('an answer that is begun again, after a failure, replaces what was written', () => {
    const all = eventsOf('run_1', { question: 'Hello?', words: ['One', ' two'] });
    const delta = all.find(({ event_type }) => event_type === 'message_delta')!;
    const again = { ...delta, payload: { ...delta.payload, text: 'Another' } };
    const half = all.slice(0, all.findLastIndex(({ event_type }) => event_type === 'message_delta') + 1);
    expect(heard(...half, again)).toMatchObject([{ answers: [{ text: 'Another' }] }]);
  });

  test('a tool’s call and its result are one step, of which the end is shown', () => {
    const ids = { run_id: 'run_1', task_id: 'tsk_1', step: 1, tool: 'calculate' };
    const called = event('tool_called', { ...ids, arguments: { expression: '6*7' } });
    const result = event('tool_result', { ...ids, outcome: 'done', content: '42' });
    expect(heard(called)).toMatchObject([{ steps: [{ kind: 'tool', outcome: undefined }] }]);
    const [turn] = heard(called, result);
    expect(turn?.steps).toMatchObject([{ arguments: { expression: '6*7' }, outcome: 'done', result: '42' }]);
  });

  test('what was asked of a person says how it was decided', () => {
    const asked = event('approval_required', {
      run_id: 'run_1',
      approval_id: 'apr_1',
      kind: 'tool',
      payload: { tool: 'file_write' },
    });
    const decided = event('approval_resolved', { run_id: 'run_1', approval_id: 'apr_1', status: 'approved' });
    expect(heard(asked)).toMatchObject([{ state: 'waiting', steps: [{ tool: 'file_write', status: 'pending' }] }]);
    expect(heard(asked, decided)[0]?.steps).toMatchObject([{ tool: 'file_write', status: 'approved' }]);
  });

  test('what was remembered says whose it is, in a plan too, and what was missing says why', () => {
    const of = (task: string) => ({ run_id: 'run_1', task_id: task });
    const began = [
      event('task_started', { ...of('tsk_1'), agent_id: 'user_project_ann_1' }),
      event('task_started', { ...of('tsk_2'), agent_id: 'user_project_ben_3' }),
    ];
    const recalled = event('context_retrieved', { ...of('tsk_2'), memories: 2, memory_available: true });
    const missing = event('tools_unavailable', { ...of('tsk_1'), notices: ['The server is down.', 'So is another.'] });
    const full = event('memory_alert', { ...of('tsk_1'), agent_id: 'a', alert: 'full', memories: 10, max_vectors: 10 });
    expect(heard(...began, recalled, missing, full)[0]?.steps).toMatchObject([
      { kind: 'memory', memories: 2, agent: 'user_project_ben_3' },
      { kind: 'note', text: 'The server is down. So is another.', agent: 'user_project_ann_1' },
      { kind: 'note', text: '10 / 10', agent: 'a' },
    ]);
  });

  test('a run that was stopped keeps what was said, and loses an answer of which nothing was', () => {
    const ended = event('run_completed', { run_id: 'run_1', state: 'cancelled' });
    const all = eventsOf('run_1', { question: 'Hello?', words: ['One'] });
    const typed = all.findIndex(({ event_type }) => event_type === 'message_delta');
    expect(heard(...all.slice(0, typed + 1), ended)).toMatchObject([
      { state: 'cancelled', answers: [{ text: 'One' }] },
    ]);
    expect(heard(...all.slice(0, typed), ended)).toMatchObject([{ state: 'cancelled', answers: [] }]);
    // What comes late does not begin it again.
    const late = event('task_started', { run_id: 'run_1' });
    expect(heard(...all, late).every(isOver)).toBe(true);
  });

  test('events of unknown kinds, gaps and words for nobody are passed over', () => {
    const gap = { event_type: 'gap', session_id: 'ses_1', payload: { first_available: 5, history: '' } } as const;
    const odd = [
      event('something_new', {}),
      event('message_delta', { message_id: 'msg_9', offset: 0, text: 'x' }),
      gap,
    ];
    expect(heard(...odd)).toEqual([]);
    expect(heard(event('error', { run_id: 'run_1', error_code: 'x', detail: '<b>No.</b>' }))[0]?.error).toBe(
      '<b>No.</b>',
    );
  });
});

describe('the order of a chat', () => {
  const page = (...runs: string[]): Said[] =>
    runs.flatMap((run) => [said(run, 'user', `Ask ${run}`), said(run, 'assistant', `Say ${run}`)]).toReversed();
  const runsOf = (turns: Turns) => turns.map(({ run }) => run);

  test('runs of which only events tell stand where they belong, before newer ones', () => {
    const newest = withHistory([], page('run_3', 'run_4'));
    const replayed = ['run_1', 'run_2', 'run_3', 'run_4'].flatMap((run) =>
      eventsOf(run, { question: `Ask ${run}`, words: ['Say'] }),
    );
    expect(runsOf(replayed.reduce<Turns>(withEvent, newest))).toEqual(['run_1', 'run_2', 'run_3', 'run_4']);
  });

  test('earlier pages come before, and each message stands once', () => {
    const newest = withHistory([], page('run_3', 'run_4'));
    const all = withHistory(newest, page('run_1', 'run_2', 'run_3'));
    expect(runsOf(all)).toEqual(['run_1', 'run_2', 'run_3', 'run_4']);
    expect(all.every(({ answers, question }) => answers.length === 1 && question !== undefined)).toBe(true);
    expect(all.every(isOver)).toBe(true);
  });

  test('a run that the history has and that is still under way is not over, and one that ended is', () => {
    const all = eventsOf('run_6', { question: 'Now?', words: ['One', ' two'] });
    const known = withHistory([], [said('run_6', 'user', 'Now?')]);
    const upTo = (type: string) =>
      all.slice(0, all.findLastIndex(({ event_type }) => event_type === type) + 1).reduce<Turns>(withEvent, known);
    expect(known).toMatchObject([{ state: 'completed' }]);
    expect(upTo('task_queued')).toMatchObject([{ state: 'queued' }]);
    expect(upTo('message_delta')).toMatchObject([{ state: 'running', answers: [{ text: 'One two' }] }]);
    expect(upTo('run_completed')).toMatchObject([{ state: 'completed' }]);
  });

  test('a message that was just sent is not over because the history has it', () => {
    const sent = withMessage([], said('run_5', 'user', 'Now?'));
    expect(withHistory(sent, [said('run_5', 'user', 'Now?')])).toMatchObject([{ run: 'run_5', state: 'queued' }]);
  });
});
