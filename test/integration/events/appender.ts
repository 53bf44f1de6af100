import { authenticated } from '../../../shared/core/scope.ts';
import { appendWrites, push, readEnd } from '../../../shared/events/index.ts';
import { transact } from '../../../shared/store/index.ts';
import type { Artel, Person } from '../../support/artel.ts';

/**
 * Appends facts to a session in place of a worker, in its role: this process reads and writes with the access key,
 * addresses and names of the function `agent-worker`.
 */
export const appenderTo = async (artel: Artel, who: Person, session: string, options: { pushes?: boolean } = {}) => {
  Object.assign(process.env, artel.cloud.environmentOf('agent-worker'));
  const profile = await who.call<{ default_project_id: string }>('GET', '/my');
  const project = authenticated({ userId: who.id }).inProject(profile.body.default_project_id);
  return async (...texts: string[]): Promise<void> => {
    const events = texts.map((text) => ({ event_type: 'task_progress' as const, payload: { text } }));
    for (;;) {
      const appended = appendWrites(project, session, {
        end: await readEnd(project, session),
        events,
        now: Date.now(),
      });
      if (!(await transact(appended.writes)).ok) continue;
      if (options.pushes !== false) await push(project, session, appended.events);
      return;
    }
  };
};
