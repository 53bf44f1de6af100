import type { SessionEvent } from '../../../../clients/typescript/src/index.ts';

let count = 0;

export const event = (event_type: string, payload: Record<string, unknown>): SessionEvent => {
  count += 1;
  return { event_id: count, event_type, session_id: 'ses_1', timestamp: '2026-06-15T12:00:00.000Z', payload };
};

/** All that the log says of a message to one agent and its answer. */
export const eventsOf = (run: string, { question, words }: { question: string; words: string[] }): SessionEvent[] => {
  const ids = { run_id: run, task_id: `tsk_${run}` };
  const created_at = '2026-06-15T12:00:00.000Z';
  const [asked, answer] = [`msg_${run}_user`, `msg_${run}_assistant`];
  const deltas = words.map((text, index) => ({
    message_id: answer,
    offset: words.slice(0, index).join('').length,
    text,
  }));
  return [
    event('message_created', {
      run_id: run,
      message_id: asked,
      role: 'user',
      content: question,
      agent_id: null,
      created_at,
    }),
    event('task_queued', ids),
    event('run_started', { run_id: run, mode: 'direct' }),
    event('task_started', ids),
    event('context_retrieved', { ...ids, memories: 0, memory_available: true }),
    event('direct_agent_call', { ...ids, agent_id: 'user_project_helper_1', message_id: answer }),
    ...deltas.map((payload) => event('message_delta', payload)),
    event('message_created', {
      run_id: run,
      message_id: answer,
      role: 'assistant',
      content: words.join(''),
      agent_id: 'user_project_helper_1',
      created_at,
    }),
    event('task_completed', ids),
    event('run_completed', { run_id: run, state: 'completed' }),
  ];
};
