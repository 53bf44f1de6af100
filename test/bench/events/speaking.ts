import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { authenticated } from '../../../shared/core/scope.ts';
import { EventWriter, push } from '../../../shared/events/index.ts';
import { sessionKeys, updateItem } from '../../../shared/store/index.ts';

/** Milliseconds: ten events a second, which is what an answer in pieces comes to. */
const EVENT_INTERVAL = 100;

// Runs in a thread of its own, whose environment is that of the function `agent-worker`: see `speaker.ts`.

const { user, project: id, session } = workerData as { user: string; project: string; session: string };
const project = authenticated({ userId: user }).inProject(id);
const writer = new EventWriter({
  project,
  session,
  stillMine: async () => true,
  onAppended: (events) => push(project, session, events),
});

const say = async (events: number): Promise<void> => {
  await updateItem(sessionKeys.state(project, session), 'set #active = :run', {
    when: 'attribute_exists(#pk)',
    values: { run: 'run_bench' },
  });
  for (let number = 0; number < events; number += 1) {
    writer.emit({ event_type: 'task_progress', payload: { text: `Line ${number} of what all are told.` } });
    await wait(EVENT_INTERVAL);
  }
  await writer.flush();
};

parentPort?.on('message', (events: number) => {
  void say(events).then(() => parentPort?.postMessage('said'));
});
