import type { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

/** Where a list's tools are handed on as the server wrote them. */
export const ALL_TOOLS = 'artel/tools';

/** The client refuses a whole list for one tool, or one hint about caching, that is not as the protocol has it. */
export const keepOddTools = (transport: StreamableHTTPClientTransport): void => {
  const deliver = transport.onmessage;
  transport.onmessage = (message) => {
    const tools = 'result' in message ? message.result.tools : undefined;
    if (!('result' in message) || !Array.isArray(tools)) return deliver?.(message);
    const result = { ...message.result, ttlMs: 0, cacheScope: 'private', tools: [], [ALL_TOOLS]: tools };
    return deliver?.({ ...message, result });
  };
};
