import type { CorpusEntry } from '../types.ts';
import { otherAnswers } from './errors/instead.ts';
import { statusErrors } from './errors/status.ts';
import { streamErrors } from './errors/streams.ts';
import { framing } from './framing.ts';
import { stopReasons } from './stops.ts';
import { oddBlocks } from './text/blocks.ts';
import { sources } from './text/sources.ts';
import { words } from './text/words.ts';
import { signedThoughts } from './thinking/signed.ts';
import { unsignedThoughts } from './thinking/unsigned.ts';
import { tools } from './tools.ts';
import { usage } from './usage.ts';

/** Answers of servers that speak Anthropic’s API. */
export const MESSAGE_ANSWERS: readonly CorpusEntry[] = [
  ...words,
  ...sources,
  ...oddBlocks,
  ...tools,
  ...signedThoughts,
  ...unsignedThoughts,
  ...stopReasons,
  ...usage,
  ...statusErrors,
  ...streamErrors,
  ...otherAnswers,
  ...framing,
];
