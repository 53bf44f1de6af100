import type { Dialect } from '../dialect.ts';
import { requestTo } from './endpoint.ts';
import { errorOf } from './errors.ts';
import { eventOf, eventsOfMessage, type MessageEvent } from './events.ts';
import { jsonToolOf } from './json-tool.ts';
import { MessageReader } from './reader.ts';
import { messageRequest } from './request.ts';
import { learnThoughts } from './sent-thoughts.ts';

/** Anthropic's messages. Source: https://platform.claude.com/docs/en/api/messages */
export const anthropic: Dialect<MessageEvent> = {
  request: (call, provider) => requestTo(provider, messageRequest(call, provider)),
  errorOf,
  mends: (error, { messages }) => learnThoughts(error, messages),
  chunkOf: eventOf,
  chunksOfWhole: eventsOfMessage,
  reader: (call) => new MessageReader(jsonToolOf(call)?.name),
};
