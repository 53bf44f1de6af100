const SORTED = 'functions/routing/lists/sorted.ts';
const SORTED_TEST = 'test/unit/functions/routing/lists/sorted.test.ts';

export const lists = [
  {
    promise: 'a sorted list goes on after what the page before ended in, not with it',
    file: SORTED,
    find: 'compare(position, from) > 0',
    replace: 'compare(position, from) >= 0',
    test: SORTED_TEST,
  },
  {
    promise: 'an offset is counted once, not on every page',
    file: SORTED,
    find: ': sorted.slice(offset);',
    replace: ': sorted;',
    test: SORTED_TEST,
  },
  {
    promise: 'a list of more than a thousand items is not read whole',
    file: SORTED,
    find: 'if (found.length > MAX_SORTED) throw',
    replace: 'if (found.length > 10 * MAX_SORTED) throw',
    test: SORTED_TEST,
  },
  {
    promise: 'pages of figures keep to the days of the first one',
    file: 'functions/routing/day-range.ts',
    find: 'return { days: { since, until }, after };',
    replace: 'return { days: dayRange(query, now), after };',
    test: 'test/unit/functions/routing/day-range.test.ts',
  },
];
