import type { Dialect } from '../dialect.ts';
import type { MessageEvent } from './events.ts';
import { jsonToolOf } from './json-tool.ts';
import { opened } from './open.ts';
import { MessageReader } from './reader.ts';
import { messageRequest } from './request.ts';

/** Anthropic's messages. Source: https://platform.claude.com/docs/en/api/messages */
export const anthropic: Dialect<MessageEvent> = {
  open: (call, provider, patience, deadline) => opened(messageRequest(call), provider, patience, deadline),
  reader: (call) => {
    const reader = new MessageReader(jsonToolOf(call)?.name);
    return (answer, event) => reader.take(answer, event);
  },
};
