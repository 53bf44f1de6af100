import { once } from '../platform/once.ts';

/**
 * The engine that finds personal data, loaded by the first call that needs it: its dictionaries and numbering plans are a
 * quarter of a megabyte, and a call without such a policy does not wait for them. `#pii` is `shared/pii`.
 */
export const piiEngine = once(() => import('#pii'));

export type PiiEngine = Awaited<ReturnType<typeof piiEngine>>;
