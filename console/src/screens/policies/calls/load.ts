import type { Artel, components } from '../../../../../clients/typescript/src/index.ts';

export type Call = components['schemas']['ModelCall'];
export type CallDiff = components['schemas']['OwnModelCallDiff'];

/** The person's own calls, or for an administrator everybody's. */
export type Whose = 'own' | 'all';

type Asking = Pick<Artel, 'call'>;
type Wanted = { whose: Whose; day: string | undefined; cursor: string | undefined };

export const listCalls = (artel: Asking, { whose, day, cursor }: Wanted, signal: AbortSignal) => {
  const query = { limit: 50, ...(cursor !== undefined && { cursor }) };
  if (whose === 'own') return artel.call('GET /my/calls', { query, signal });
  return artel.call('GET /admin/calls', { query: { ...query, ...(day && { day }) }, signal });
};

/** An administrator's look at somebody's call is in that person's audit trail. */
export const loadDiff = (
  artel: Asking,
  { whose, id }: { whose: Whose; id: string },
  signal: AbortSignal,
): Promise<CallDiff> =>
  whose === 'own'
    ? artel.call('GET /my/calls/{call_id}/diff', { path: { call_id: id }, signal })
    : artel.call('GET /admin/calls/{call_id}/diff', { path: { call_id: id }, signal });
