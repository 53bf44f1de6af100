import { parkForPerson } from '../transactions/tasks.ts';
import type { Edge } from './actors.ts';
import type { Work } from './work.ts';

/** A call with effects: announced, done, recorded. An announcement without a result asks a person whether to repeat. */
export const toolStep = (work: Work, needsPerson: boolean): Edge => {
  const { model, state, worker, item } = work;
  const { intent, decision } = item;
  if (item.epoch !== worker.epoch || item.state !== 'running') return work.writes('look', {}, {});
  const park = (kind: 'tool' | 'unknown'): Edge =>
    work.prepares(parkForPerson(model, state, worker.task, worker.epoch, kind));
  if (intent !== null) {
    if (model.removed.has('rule: an open intent is not repeated unasked')) return announce(work);
    if (decision === 'unknown approved') return announce(work);
    return decision?.startsWith('unknown') ? work.records() : park('unknown');
  }
  if (!needsPerson || decision === 'tool approved') return announce(work);
  return decision === null ? park('tool') : work.records();
};

const announce = (work: Work): Edge => {
  const { model, state, item } = work;
  if (model.removed.has('rule: an intent goes before the effect')) {
    return { name: 'no intent', to: work.goesOn(state, { at: 'effect' }), helps: true };
  }
  const kept = model.removed.has('rule: a repeat is consumed') || item.intent === null;
  return work.writes(
    'announce',
    { intent: (item.intent ?? 0) + 1, ...(kept ? {} : { decision: null }) },
    { at: 'effect' },
  );
};
