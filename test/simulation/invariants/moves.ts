import type { Item } from '../../../infra/local/services/dynamodb/values/types.ts';
import { MAX_DRAFTS } from '../../../shared/approvals/index.ts';
import { isFinal } from '../../../shared/bus/index.ts';

const count = (item: Item, name: string): number => Number(item[name]?.N ?? 0);
const text = (item: Item, name: string): string => item[name]?.S ?? '';

/** What one write may not do to an item, though both pictures, before and after it, may be in order. */
export const wrongMoves = (before: Item | undefined, after: Item | undefined): string[] => {
  if (!after) return [];
  if (!before) return fromNothing(after);
  return [
    ...wrongLaneMoves(before, after),
    ...movesBack(before, after),
    ...movesOfSettings(before, after),
    ...lateLooks(before, after),
  ];
};

/**
 * Whatever is put carries the version of its schema. An update of what is gone leaves an item without one. The set of a
 * user's places is only ever updated, and begins so.
 */
const fromNothing = (after: Item): string[] =>
  after.v || text(after, 'sk') === 'PLAN_LANE'
    ? []
    : [`an update made ${text(after, 'sk')} of ${text(after, 'pk')} out of nothing`];

/**
 * A task starts only while a slot is free, and none overtakes those that are queued. In a single picture neither shows,
 * because a limit may have been lowered since.
 */
const wrongLaneMoves = (before: Item, after: Item): string[] => {
  if (before.sk?.S !== 'LANE') return [];
  const name = text(after, 'agent_name');
  const [running, slots, waiting] = [count(after, 'running'), count(after, 'slots'), count(after, 'waiting')];
  const isHeld = waiting <= count(before, 'waiting') && running <= count(before, 'running');
  if (isHeld && count(after, 'live') > count(before, 'live') && text(before, 'status') !== 'ready')
    return [`${name} is ${text(before, 'status')}, and takes new work`];
  const isSwitchedOff = text(after, 'status') === 'off' && text(before, 'status') !== 'off';
  if (isSwitchedOff && (text(before, 'status') !== 'draining' || count(after, 'live') > 0))
    return [`${name} was ${text(before, 'status')} with ${count(after, 'live')} tasks, and is switched off`];
  if (running <= count(before, 'running')) return [];
  const queued = count(before, 'waiting');
  return [
    ...(running > slots ? [`${name} starts a task and then runs ${running} in ${slots} slots`] : []),
    ...(queued > 0 && waiting >= queued ? [`a task of ${name} overtakes ${queued} that are queued`] : []),
  ];
};

/** Never count backwards, whoever writes. */
const RISING = ['wake', 'epoch', 'step', 'generation', 'round', 'attempt', 'last_seq'];

/** Of what comes in this order, nothing comes again. */
const STATES_OF_ROUNDS = ['drafted', 'open', 'ended', 'closed'];

/** A task that has not gone beyond its first step may say so or not: an import writes it without, and its plan's part with it. */
const stepOf = (task: Item): number => Math.max(1, count(task, 'step'));

/** Another step is recorded, or an effect announced. */
const worksOn = (before: Item, after: Item): boolean =>
  text(before, 'kind') === 'task' &&
  (stepOf(after) > stepOf(before) || (after.intent !== undefined && before.intent === undefined));

const movesBack = (before: Item, after: Item): string[] => {
  const name = text(after, 'sk');
  const [was, is] = [text(before, 'state') || text(before, 'status'), text(after, 'state') || text(after, 'status')];
  const isOver = isFinal(was as 'completed') || (text(before, 'kind') === 'approval' && was !== 'pending');
  const rank = (state: string): number => STATES_OF_ROUNDS.indexOf(state);
  return [
    ...(isOver && is !== was ? [`${name} was ${was}, and then is ${is}`] : []),
    ...(isOver && worksOn(before, after) ? [`${name} was ${was}, and goes on working`] : []),
    ...(was === 'deleting' && is !== was ? [`${name} was being deleted, and then is ${is}`] : []),
    ...(text(before, 'kind') === 'round' && rank(is) < rank(was) ? [`${name} was ${was}, and then is ${is}`] : []),
    ...(before.announced?.BOOL === true && after.announced?.BOOL === false ? [`${name} is to be announced again`] : []),
    ...(count(after, 'attempt') > MAX_DRAFTS ? [`${name} is drafted for the ${count(after, 'attempt')}th time`] : []),
    ...RISING.filter((number) => after[number]?.N !== undefined && count(after, number) < count(before, number)).map(
      (number) => `${number} of ${name} falls from ${count(before, number)} to ${count(after, number)}`,
    ),
  ];
};

/** Settings with a revision are replaced by somebody who has read them; a deadline that runs is not put off. */
const movesOfSettings = (before: Item, after: Item): string[] => [
  ...(before.revision && after.revision && count(after, 'revision') <= count(before, 'revision')
    ? [`${text(after, 'sk')} is replaced by somebody who has not read it`]
    : []),
  ...(text(before, 'status') === 'deleting' && count(after, 'deadline') > count(before, 'deadline')
    ? [`${text(after, 'sk')} has longer to end than it had`]
    : []),
];

/** Whoever takes or renews a lease sees to it that somebody looks when it ends. A sweep that fails then looks again later. */
const lateLooks = (before: Item, after: Item): string[] =>
  text(after, 'state') === 'running' &&
  count(after, 'lease_until') !== count(before, 'lease_until') &&
  count(after, 'due_at') > count(after, 'lease_until')
    ? [`${text(after, 'sk')} is looked at ${count(after, 'due_at') - count(after, 'lease_until')} ms after its lease`]
    : [];
