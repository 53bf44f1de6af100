import { endOf, excerpt } from '../../core/excerpt.ts';
import type { Observation } from './observe.ts';

/** One attempt as it is remembered: what was thought, seen and changed, and what came of it. */
export type Attempt = {
  hypothesis: string;
  seen: readonly string[];
  /** The edits, as they were given; `undefined` where there were none that could be used. */
  fix: string | undefined;
  result: string;
};

const MAX_TESTS = 20;
const MAX_DETAIL = 400;
const MAX_ATTEMPTS = 6;

/** What the hunter is told before it looks, and again before it mends. */
export const situationOf = ({
  symptom,
  seen,
  earlier,
}: {
  symptom: string;
  seen: Observation;
  earlier: readonly Attempt[];
}): string =>
  [
    `The failure:\n${symptom}`,
    `Failing:\n${failuresOf(seen)}`,
    `The output of the last run ends with:\n${seen.output}`,
    ...(earlier.length > 0 ? [`Tried before:\n${earlier.slice(-MAX_ATTEMPTS).map(attemptText).join('\n')}`] : []),
  ].join('\n\n');

const failuresOf = ({ tests }: Observation): string =>
  tests.failed
    .slice(0, MAX_TESTS)
    .map((name) => {
      const detail = Object.hasOwn(tests.details, name) ? tests.details[name] : undefined;
      return detail ? `- ${name}\n  ${excerpt(detail, MAX_DETAIL).replaceAll('\n', '\n  ')}` : `- ${name}`;
    })
    .join('\n');

const attemptText = ({ hypothesis, fix, result }: Attempt): string =>
  `- ${excerpt(hypothesis, MAX_DETAIL)}\n  ${fix === undefined ? 'no edits' : endOf(fix, MAX_DETAIL)}\n  ${result}`;
