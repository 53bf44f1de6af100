import type { LocalCloud } from '../../infra/local/boot/cloud.ts';

/** Functions that may still work on a message of their queue. */
const QUEUE_READERS = ['agent-worker', 'timers'];

/** Ends what a test file before left under way. */
export const endWhatIsUnderWay = async (cloud: LocalCloud): Promise<void> => {
  const { queues, stepFunctions } = cloud;
  queues.onSend = () => 'deliver';
  const running = stepFunctions.executions().filter((execution) => execution.running);
  for (const execution of running) execution.abort({ cause: 'its test is over' });
  await Promise.all(running.map(({ ended }) => ended));
  const isBusy = queues.all.some((queue) => queue.counts().inFlight > 0);
  queues.purge();
  if (isBusy) for (const name of QUEUE_READERS) await cloud.kill(name);
};
