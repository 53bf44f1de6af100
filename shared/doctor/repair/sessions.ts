import { findRun, queuedRunWrite } from '../../bus/index.ts';
import type { UserScope } from '../../core/scope.ts';
import { projectKeys, sessionKeys, type Write } from '../../store/index.ts';
import type { Repair } from './repair.ts';

type SessionRepair = Extract<
  Repair,
  { kind: 'remove session entry' | 'put session entry' | 'mark run urgent' | 'recount session' }
>;

const isThere = 'attribute_exists(#pk)';
const waitsNoMore = 'attribute_not_exists(#pk) or #state <> :queued or #session_id <> :session';
const isNotUrgent = '#state = :queued and attribute_not_exists(#urgent)';
const countAsRead = '#queued = :read';

export const sessionWrites = async (user: UserScope, repair: SessionRepair): Promise<Write[] | undefined> => {
  const project = user.inProject(repair.project);
  const { session } = repair;
  if (repair.kind === 'recount session') {
    const { read, counted } = repair;
    const key = sessionKeys.state(project, session);
    return [{ key, update: 'SET #queued = :counted', when: countAsRead, values: { read, counted } }];
  }
  const { run } = repair;
  if (repair.kind === 'put session entry') {
    const found = await findRun(project, run);
    if (found?.state !== 'queued') return undefined;
    return [
      queuedRunWrite(project, found),
      { check: projectKeys.run(project, run), when: '#state = :queued', values: { queued: 'queued' } },
    ];
  }
  if (repair.kind === 'mark run urgent') {
    return [
      {
        key: projectKeys.run(project, run),
        update: 'SET #urgent = :yes',
        when: isNotUrgent,
        values: { queued: 'queued', yes: true },
      },
      { check: sessionKeys.queuedRun(project, session, run, true), when: isThere },
    ];
  }
  const { urgent } = repair;
  return [
    { remove: sessionKeys.queuedRun(project, session, run, urgent), when: isThere },
    // A run that waits keeps its other entry, the one its hand-over removes.
    repair.isTwin
      ? { check: sessionKeys.queuedRun(project, session, run, !urgent), when: isThere }
      : { check: projectKeys.run(project, run), when: waitsNoMore, values: { queued: 'queued', session } },
  ];
};
