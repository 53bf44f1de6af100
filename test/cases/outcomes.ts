import { idsOfTitle } from './listed.ts';

/** What of a Vitest report in JSON is read. */
export type Report = {
  testResults: { assertionResults: { ancestorTitles: string[]; title: string; status: string }[] }[];
};

export type Outcome = { passed: number; failed: number };

/** How the tests of each case ended. What was skipped, by the filter among others, counts for nothing. */
export const outcomesIn = ({ testResults }: Report): Map<string, Outcome> => {
  const outcomes = new Map<string, Outcome>();
  for (const { ancestorTitles, title, status } of testResults.flatMap((file) => file.assertionResults)) {
    if (status !== 'passed' && status !== 'failed') continue;
    for (const id of new Set([...ancestorTitles, title].flatMap(idsOfTitle))) {
      const { passed, failed } = outcomes.get(id) ?? { passed: 0, failed: 0 };
      const hasPassed = status === 'passed';
      outcomes.set(id, { passed: passed + (hasPassed ? 1 : 0), failed: failed + (hasPassed ? 0 : 1) });
    }
  }
  return outcomes;
};

/** What the last column of the table says of a case. */
export const resultOf = (outcome: Outcome | undefined): string => {
  const { passed, failed } = outcome ?? { passed: 0, failed: 0 };
  if (failed > 0) return `failing (${failed} of ${passed + failed} tests)`;
  return passed === 0 ? 'no test' : `as wanted (${passed} ${passed === 1 ? 'test' : 'tests'})`;
};

export const isAsWanted = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && outcome.failed === 0 && outcome.passed > 0;
