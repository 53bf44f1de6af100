import { MAX_CLAIMS } from '../../../../../../shared/bus/records/timing.ts';
import { type Model, stepOf } from '../scopes/scope.ts';
import { lessOne, type State, withMessages, withOne } from '../state.ts';
import { commit, transaction } from '../store.ts';
import { ask, fenced, finish, parkForPerson, parkForRetry } from '../transactions/tasks.ts';
import { commits, type Edge } from './actors.ts';
import { toolStep } from './tools.ts';
import { Work } from './work.ts';

/** Whatever workers do with the tasks they hold, or believe to hold. */
export function* workerSteps(m: Model, s: State): Generator<Edge> {
  for (const [place, worker] of s.workers.entries()) {
    if (!worker) continue;
    const work = new Work(m, s, place, worker);
    yield* deaths(work);
    if (worker.prepared) {
      yield* commits(m, s, worker.prepared, true, {
        won: (after) => work.leaves(after),
        lost: (after) => (work.mine ? work.goesOn(after, { prepared: null }) : work.leaves(after)),
      });
    } else yield* goesOn(work);
  }
}

const isPoison = ({ model, worker, item }: Work): boolean =>
  stepOf(model, worker.task, worker.step)?.does === 'poison' && item.claims <= MAX_CLAIMS;

/** The queue shows the message of a dead worker again. */
function* deaths(work: Work): Generator<Edge> {
  const { state, worker } = work;
  const poison = isPoison(work);
  if (state.faults.crashes === 0 && !poison) return;
  const messages = [...new Set([...state.messages, `${worker.task}.${worker.wake}`])].sort();
  const dead = { ...work.leaves(state), messages };
  yield { name: `worker of ${worker.task} dies`, to: poison ? dead : lessOne(dead, 'crashes'), helps: poison };
}

function* goesOn(work: Work): Generator<Edge> {
  const { state, worker, item } = work;
  if (worker.at === 'effect') {
    const done = withOne(state, 'tasks', worker.task, { effects: item.effects + 1 });
    yield { name: `effect of ${worker.task}`, to: work.goesOn(done, { at: 'result' }), helps: true };
    return;
  }
  if (worker.at === 'result') return yield work.records();
  if (state.faults.yields > 0) yield* hands(work);
  if (!isPoison(work)) yield nextStep(work);
}

/** A client's question goes before the next call of the model, when no call of the last one is open. */
const asksNow = ({ mine, item }: Work): boolean =>
  mine && item.noted > 0 && item.intent === null && item.decision === null && item.claims <= MAX_CLAIMS;

const nextStep = (work: Work): Edge => {
  const { model, state, worker, item } = work;
  const { task, epoch } = worker;
  const program = item.claims > MAX_CLAIMS ? ({ does: 'fail' } as const) : stepOf(model, task, worker.step);
  if (work.mine && program?.does !== 'poison' && item.decision?.startsWith('question'))
    return work.writes('record answer', { decision: null, claims: 0 }, {});
  if (asksNow(work)) return work.prepares(parkForPerson(model, state, task, epoch, 'question'));
  if (!program) return work.prepares(finish(model, state, task, epoch, 'completed'));
  switch (program.does) {
    case 'fail':
    case 'poison':
      return work.prepares(finish(model, state, task, epoch, 'failed'));
    case 'model':
      return work.records();
    case 'retry':
      return item.failures < program.times ? work.prepares(parkForRetry(model, state, task, epoch)) : work.records();
    case 'ask': {
      const asking = ask(model, state, task, epoch, program.child);
      return asking ? work.prepares(asking) : work.records();
    }
    default:
      return toolStep(work, program.does === 'approved tool');
  }
};

/** The task goes to a successor before this worker's time is over; its slot is kept. */
function* hands(work: Work): Generator<Edge> {
  const { model, state, worker } = work;
  const claims = model.removed.has('rule: every commit of a worker resets its claims') ? {} : { claims: 0 };
  const handed = fenced(worker.task, worker.epoch, { state: 'dispatched', ...claims }, { wake: 1 });
  const after = commit(state, transaction('yield', [handed], []), model.removed);
  if (!after) return;
  const left = lessOne(work.leaves(after), 'yields');
  yield { name: `yield ${worker.task}`, to: withMessages(left, [worker.task]), helps: false };
  if (state.faults.crashes > 0) yield { name: 'yield, not sent', to: lessOne(left, 'crashes'), helps: false };
}
