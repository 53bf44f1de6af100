import type { CorpusEntry } from '../types.ts';
import { callArguments } from './calls/arguments.ts';
import { callPieces } from './calls/pieces.ts';
import { callPlaces } from './calls/places.ts';
import { wholeCalls } from './calls/whole.ts';
import { choices } from './choices.ts';
import { noContent } from './content/nothing.ts';
import { contentParts } from './content/parts.ts';
import { errorsWithin } from './errors/instead.ts';
import { hostedRefusals } from './errors/status/hosted.ts';
import { providerRefusals } from './errors/status/providers.ts';
import { proxyRefusals } from './errors/status/proxies.ts';
import { serverRefusals } from './errors/status/servers.ts';
import { errorField, errorsInStreams } from './errors/streams.ts';
import { sound } from './extras/sound.ts';
import { sources } from './extras/sources.ts';
import { endingWords } from './finish/endings.ts';
import { otherEndings } from './finish/other.ts';
import { eventLines } from './framing/lines.ts';
import { eventTypes } from './framing/types.ts';
import { wholeFrames } from './framing/whole.ts';
import { reasoningBlocks } from './reasoning/blocks.ts';
import { reasoningFields } from './reasoning/fields.ts';
import { reasoningTags } from './reasoning/tags.ts';
import { refusals } from './refusals.ts';
import { hostedText } from './text/hosted.ts';
import { serverText } from './text/servers.ts';
import { missingUsage } from './usage/missing.ts';
import { usageParts } from './usage/parts.ts';
import { streamedUsage } from './usage/streamed.ts';

/** Answers of servers that speak OpenAI’s API. */
export const CHAT_ANSWERS: readonly CorpusEntry[] = [
  ...hostedText,
  ...serverText,
  ...contentParts,
  ...noContent,
  ...wholeCalls,
  ...callArguments,
  ...callPlaces,
  ...callPieces,
  ...reasoningFields,
  ...reasoningBlocks,
  ...reasoningTags,
  ...refusals,
  ...sources,
  ...sound,
  ...endingWords,
  ...otherEndings,
  ...choices,
  ...usageParts,
  ...missingUsage,
  ...streamedUsage,
  ...hostedRefusals,
  ...serverRefusals,
  ...proxyRefusals,
  ...providerRefusals,
  ...errorsWithin,
  ...errorsInStreams,
  errorField,
  ...eventLines,
  ...eventTypes,
  ...wholeFrames,
];
