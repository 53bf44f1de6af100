const OUTAGES = 'test/store/shared/cache/outages.test.ts';
const PROCESSES = 'test/store/shared/cache/processes.test.ts';
const VALUES = 'test/store/shared/cache/values.test.ts';
const COMMIT = 'shared/cache/leases/commit.ts';
const ALWAYS = 'attribute_exists(#pk)';

export const cache = [
  {
    promise: 'what was loaded before a change is not kept',
    file: COMMIT,
    find: "const isCurrent = '#version = :version';",
    replace: `const isCurrent = '${ALWAYS} or #version = :version';`,
    test: VALUES,
  },
  {
    promise: 'one process loads at a time',
    file: 'shared/cache/leases/lease.ts',
    find: "'attribute_not_exists(#pk) or #held_until <= :now'",
    replace: "'attribute_not_exists(#pk) or #held_until > :now'",
    test: PROCESSES,
  },
  {
    promise: 'what is loaded while somebody writes through is not kept',
    file: 'shared/cache/loading/load.ts',
    find: "before.isBeingWritten ? 'superseded'",
    replace: "!before.isBeingWritten ? 'superseded'",
    test: 'test/store/shared/cache/writers.test.ts',
  },
  {
    promise: 'of two who write through at the same time, neither keeps its value',
    file: 'shared/cache/tags/stored.ts',
    find: ' and #writers = :writers`;',
    replace: ' or #writers = :writers or attribute_exists(#pk)`;',
    test: 'test/store/shared/cache/writers.test.ts',
  },
  {
    promise: 'an entry is measured by the versions it remembers',
    file: 'shared/cache/tags/known.ts',
    find: 'if (known.version !== version)',
    replace: "if (known.version === '')",
    test: VALUES,
  },
  {
    promise: 'a container goes by a version for a second and no longer',
    file: 'shared/cache/tags/known.ts',
    find: 'const VERSION_AGE = SECOND;',
    replace: 'const VERSION_AGE = 60 * SECOND;',
    test: VALUES,
  },
  {
    promise: 'an invalidation that was not done fails',
    file: 'shared/cache/changing/invalidate.ts',
    find: "throw new Unavailable('Something this depends on does not work at the moment.', { cause: error, retryAfter: 1 });",
    replace: 'return undefined as T;',
    test: OUTAGES,
  },
  {
    promise: 'whoever joined a load that was not kept goes round again',
    file: 'shared/cache/loading/flights.ts',
    find: 'if (isShared || round >= MAX_ROUNDS)',
    replace: 'if (isShared || round >= 0)',
    test: VALUES,
  },
  {
    promise: 'requests that differ by a name are not compared',
    file: 'shared/gateway/answers/similar/particulars.ts',
    find: 'return EVERYDAY.get(small) ?? small;',
    replace: "return EVERYDAY.get(small) ?? '';",
    test: 'test/unit/shared/gateway/answers/similar.test.ts',
  },
  {
    promise: 'similar requests have the same conversation and settings',
    file: 'shared/gateway/answers/similar/similar.ts',
    find: 'canonical([digestOf(others), particulars])',
    replace: 'canonical([particulars])',
    test: 'test/store/shared/gateway/similar-answers.test.ts',
  },
  {
    promise: 'what a container has reported is not added again',
    file: 'shared/cache/reporting/report.ts',
    find: 'this.#reported = counts;',
    replace: '',
    test: 'test/store/shared/cache/reporting.test.ts',
  },
];
