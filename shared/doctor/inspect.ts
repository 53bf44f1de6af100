import { invariants } from './invariants/index.ts';
import { recordsOf } from './records/records.ts';
import type { Moment, Snapshot, Violation } from './snapshot.ts';

/** Everything in a user's items that breaks a promise; nothing when all is well. Reads nothing and changes nothing. */
export const inspect = (snapshot: Snapshot, moment: Moment = 'always'): Violation[] => {
  const records = recordsOf(snapshot);
  return invariants
    .filter((invariant) => invariant.moment === 'always' || moment === 'at rest')
    .flatMap(({ name, broken }) => broken(records).map((found) => ({ invariant: name, ...found })));
};
