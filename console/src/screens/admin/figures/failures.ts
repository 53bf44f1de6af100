import type { components } from '../../../../../clients/typescript/src/index.ts';

export type Failure = components['schemas']['FailureSum'];

export const failureKey = ({ day, error_code }: Failure): string => `${day} ${error_code}`;

/** Pages are of different users: their runs and users add up, and the newest run of all is the newest. */
export const failuresOf = (rows: readonly Failure[]): Failure[] => {
  const byKey = new Map<string, Failure>();
  for (const row of rows) {
    const before = byKey.get(failureKey(row));
    byKey.set(failureKey(row), before ? together(before, row) : row);
  }
  return [...byKey.values()].sort((one, other) => other.day.localeCompare(one.day) || other.runs - one.runs);
};

const together = (one: Failure, other: Failure): Failure => ({
  ...one,
  runs: one.runs + other.runs,
  users: one.users + other.users,
  newest: one.newest.at >= other.newest.at ? one.newest : other.newest,
});
