import type { InputOf } from '../../../../clients/typescript/src/index.ts';

/** What of an agent's memory is looked at, as the address says it. Days are the person's own. */
export type Filters = {
  query: string;
  type: string;
  success: '' | 'true' | 'false';
  tag: string;
  chat: string;
  since: string;
  until: string;
  history: boolean;
};

export const NO_FILTERS: Filters = {
  query: '',
  type: '',
  success: '',
  tag: '',
  chat: '',
  since: '',
  until: '',
  history: false,
};

type Address = Readonly<Record<string, string | undefined>>;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayIn = (text: string | undefined): string => (text && DAY.test(text) ? text : '');

/** An address that somebody typed may hold anything: what is no filter is none. */
export const filtersIn = (address: Address): Filters => ({
  query: address.query ?? '',
  type: address.type ?? '',
  success: address.success === 'true' || address.success === 'false' ? address.success : '',
  tag: address.tag ?? '',
  chat: address.chat ?? '',
  since: dayIn(address.since),
  until: dayIn(address.until),
  history: address.history === 'true',
});

/** The address of filters: what is not set is left out. */
export const addressOf = ({ history, ...texts }: Filters): Record<keyof Filters, string | undefined> =>
  ({
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim() || undefined])),
    history: history ? 'true' : undefined,
  }) as Record<keyof Filters, string | undefined>;

/** The first moment of a day, where the person is. */
const beginning = (day: string): Date => new Date(`${day}T00:00:00`);

const lastMoment = (day: string): string => {
  const next = beginning(day);
  // A day is not always 24 hours.
  next.setDate(next.getDate() + 1);
  return new Date(next.getTime() - 1).toISOString();
};

type Query = NonNullable<InputOf<'GET /my/projects/{project_id}/agents/{agent}/context'>['query']>;

/** What the API is asked for. A search has one page and an order of its own; without one, the newest come first, page by page. */
export const askedBy = (filters: Filters, cursor?: string): Query => {
  const { query, type, success, tag, chat, since, until, history } = filters;
  const searched = query.trim();
  return {
    limit: 50,
    ...(searched ? { query: searched } : cursor !== undefined && { cursor }),
    ...(type && { type }),
    ...(success && { success }),
    ...(tag.trim() && { tag: tag.trim() }),
    ...(chat && { session_id: chat }),
    ...(since && { since: beginning(since).toISOString() }),
    ...(until && { until: lastMoment(until) }),
    ...(history && { history: 'true' as const }),
  };
};

export const isFiltered = (filters: Filters): boolean => JSON.stringify(filters) !== JSON.stringify(NO_FILTERS);
