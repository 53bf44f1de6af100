import { type Listener, listeners } from '../../shared/connections/index.ts';

/** The connections that are told of a session's events, by their ids. */
export const listening = async (...of: Parameters<typeof listeners>): Promise<string[]> =>
  (await listeners(...of)).map(({ id }: Listener) => id);
