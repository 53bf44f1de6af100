import { due, type Write } from '../../store/index.ts';
import type { Repair } from './repair.ts';

const asRead = (attribute: string): string => `#${attribute} = :read and attribute_not_exists(#due_at)`;

/** The sweeper looks at it within a minute, and does what is to be done. */
export const dueNow = ({ key, attribute, read }: Extract<Repair, { kind: 'make due' }>, now: number): Write => ({
  key,
  update: 'SET #due_at = :due_at, #due_shard = :due_shard',
  when: asRead(attribute),
  values: { read, ...due(key, now) },
});
