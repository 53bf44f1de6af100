import type { UserScope } from '../core/scope.ts';
import { type Item, type ItemPlace, type Partition, placeOf, queryAll, ranges } from '../store/index.ts';

/**
 * All items of a user: in the partitions that are known, and in those that what is read there leads to. Strongly
 * consistent, partition by partition, so work under way may be caught between two of them.
 */
export const readItems = async (user: UserScope, known: Iterable<Partition>): Promise<Item[]> => {
  const wanted = new Set<Partition>([ranges.user(user).in, ...known]);
  const items: Item[] = [];
  // A set is walked in the order in which it grows.
  for (const partition of wanted) {
    if (!isInspected(user, partition)) continue;
    for await (const item of queryAll({ in: partition })) {
      items.push(item);
      const next = leadsTo(user, placeOf(item));
      if (next) wanted.add(next);
    }
  }
  return items;
};

/** Sign-in and the audit trail promise nothing about what the rest of a user's items say. */
const isInspected = (user: UserScope, partition: Partition): boolean =>
  partition === user.prefix || partition.startsWith(`${user.prefix}#`);

const leadsTo = (user: UserScope, place: ItemPlace | undefined): Partition | undefined => {
  if (place?.kind === 'project') return ranges.project(user.inProject(place.id)).in;
  if (place?.project === undefined) return undefined;
  const project = user.inProject(place.project);
  if (place.kind === 'agent') return ranges.agent(project, place.id).in;
  if (place.kind === 'session pointer') return ranges.session(project, place.id).in;
  return place.kind === 'run' ? ranges.run(project, place.id).in : undefined;
};
