import type { Item } from '../../../infra/local/services/dynamodb/values/types.ts';

const count = (item: Item, name: string): number => Number(item[name]?.N ?? 0);

/**
 * What one write may do to a lane: a task starts only while a slot is free, and none overtakes those that are queued. In a
 * single picture neither shows, because a limit may have been lowered since.
 */
export const wrongMoves = (before: Item | undefined, after: Item | undefined): string[] => {
  if (before?.sk?.S !== 'LANE' || !after) return [];
  const name = String(after.agent_name?.S);
  const [running, slots, waiting] = [count(after, 'running'), count(after, 'slots'), count(after, 'waiting')];
  if (running <= count(before, 'running')) return [];
  const queued = count(before, 'waiting');
  return [
    ...(running > slots ? [`${name} starts a task and then runs ${running} in ${slots} slots`] : []),
    ...(queued > 0 && waiting >= queued ? [`a task of ${name} overtakes ${queued} that are queued`] : []),
  ];
};
