import { describe, expect, test } from 'vitest';
import {
  addressOf,
  askedBy,
  type Filters,
  filtersIn,
  isFiltered,
  NO_FILTERS,
} from '../../../../console/src/screens/memory/filters.ts';

/* Requirements: WEB1. */

const filters = (more: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...more });
const SET = filters({
  query: 'where do I live',
  type: 'fact',
  success: 'false',
  tag: 'home',
  chat: 'ses_1',
  since: '2026-11-01',
  until: '2026-11-02',
  history: true,
});

describe('the filters of a memory', () => {
  test('what the address says of them is what they were', () => {
    expect(filtersIn(addressOf(SET))).toEqual(SET);
    expect(filtersIn({})).toEqual(NO_FILTERS);
  });

  test('those that are not set are not in the address', () => {
    const { query, ...others } = addressOf(filters({ query: ' lisbon ' }));
    expect(query).toBe('lisbon');
    expect(Object.values(others).filter((value) => value !== undefined)).toEqual([]);
  });

  test('an address that somebody typed can hold anything', () => {
    expect(filtersIn({ success: 'perhaps', since: 'yesterday', until: '1.1.2026', history: '1' })).toEqual(NO_FILTERS);
  });

  test('a search asks for one page, and a list for the next after its cursor', () => {
    expect(askedBy(filters({ query: ' where ' }), 'next')).toEqual({ limit: 50, query: 'where' });
    expect(askedBy(NO_FILTERS, 'next')).toEqual({ limit: 50, cursor: 'next' });
  });

  test('days are whole, from their first moment to their last', () => {
    const { since = '', until = '' } = askedBy(SET);
    expect(new Date(since)).toEqual(new Date('2026-11-01T00:00:00'));
    expect(new Date(until)).toEqual(new Date('2026-11-02T23:59:59.999'));
  });

  test('everything that is set is asked for', () => {
    expect(askedBy(SET)).toMatchObject({
      type: 'fact',
      success: 'false',
      tag: 'home',
      session_id: 'ses_1',
      history: 'true',
    });
    expect([isFiltered(SET), isFiltered(filters({ history: true })), isFiltered(NO_FILTERS)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
