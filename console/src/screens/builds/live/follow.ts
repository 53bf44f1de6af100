import { isGap, type SessionEvent } from '../../../../../clients/typescript/src/index.ts';
import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';

/** A session that is quiet, as while a person decides, ends its stream; it is then opened again. */
const QUIET_PAUSE = 1_000;

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, QUIET_PAUSE);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Tells every event of a session until the run has ended, or nobody looks any more. What was before is told first. */
export const followRun = async (
  { session_id, run_id }: { session_id: string; run_id: string },
  { onEvent, signal }: { onEvent: (event: SessionEvent) => void; signal: AbortSignal },
): Promise<void> => {
  const chat = artel().chat(session_id, { project: project.value });
  while (!signal.aborted) {
    for await (const event of chat.events({ signal })) {
      if (isGap(event)) continue;
      onEvent(event);
      if (event.event_type === 'run_completed' && event.payload.run_id === run_id) return;
    }
    await pause(signal);
  }
};
