import type { Condition, Filter } from '../store/qdrant.ts';

/** What a search may be narrowed to. Times are milliseconds since the epoch, both ends included. */
export type SearchFilters = {
  type?: string;
  excludeType?: string;
  success?: boolean;
  since?: number;
  until?: number;
  sessionId?: string;
  excludeSessionId?: string;
  tag?: string;
  /** With what was superseded; without it that is left out. */
  history?: boolean;
};

export const filterOf = (filters: SearchFilters = {}, further: Condition[] = []): Filter => {
  const { type, excludeType, success, since, until, sessionId, excludeSessionId, tag, history = false } = filters;
  const must: Condition[] = [
    ...equal('type', type),
    ...equal('success', success),
    ...equal('session_id', sessionId),
    ...equal('tags', tag),
    ...(since === undefined && until === undefined ? [] : [between(since, until)]),
    ...further,
  ];
  const must_not = [
    ...equal('type', excludeType),
    ...equal('session_id', excludeSessionId),
    ...(history ? [] : [superseded]),
  ];
  return { ...(must.length > 0 && { must }), ...(must_not.length > 0 && { must_not }) };
};

/** What is history. */
export const superseded: Condition = { key: 'superseded', match: { value: true } };

const equal = (key: string, value: string | boolean | undefined): Condition[] =>
  value === undefined ? [] : [{ key, match: { value } }];

const between = (gte?: number, lte?: number): Condition => ({
  key: 'created_at',
  range: { ...(gte !== undefined && { gte }), ...(lte !== undefined && { lte }) },
});
