import type { FollowTools, LiveEvent } from '../../shared/previews/index.ts';

/**
 * An answer without the headers that all of them have. In place of a body `stream`: events, until nobody reads them; or `content`: what
 * a program answers, as it comes.
 */
export type Answer = {
  status: number;
  headers?: Record<string, string>;
  cookies?: string[];
  body?: Uint8Array | string;
  content?: AsyncIterable<Uint8Array>;
  /** Ends `content` where nobody reads it any more, which the program learns by that. */
  leave?: () => void;
  stream?: (tools: FollowTools) => AsyncGenerator<LiveEvent>;
};
