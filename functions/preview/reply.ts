import type { FollowTools, LiveEvent } from '../../shared/previews/index.ts';

/** An answer without the headers that all of them have. `stream` in place of a body: events, until nobody reads them. */
export type Answer = {
  status: number;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
  stream?: (tools: FollowTools) => AsyncGenerator<LiveEvent>;
};
