import { MESSAGE_ANSWERS } from './anthropic/index.ts';
import { CHAT_ANSWERS } from './openai/index.ts';
import type { CorpusEntry } from './types.ts';

export type { CorpusEntry, Expected, ExpectedCall, ExpectedError, ExpectedUsage } from './types.ts';
export { type WireAnswer, wireOf } from './wire.ts';

/** How popular servers really answer, and what a client should get of it. */
export const CORPUS: readonly CorpusEntry[] = [...CHAT_ANSWERS, ...MESSAGE_ANSWERS];
