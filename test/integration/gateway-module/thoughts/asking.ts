import {
  type ChatMessage,
  gateway,
  type ModelCall,
  type ModelEvent,
  ReasoningCollector,
} from '../../../../shared/gateway/index.ts';
import { freeCalls } from '../../../support/free-calls.ts';
import { look } from '../anthropic-asking.ts';
import { callOf, eventsOf } from '../asking.ts';
import { piece } from '../replay-server.ts';

/** The API of the upstream. */
type Kind = 'openai' | 'anthropic';

export const asked = (url: string, kind: Kind, call: Partial<ModelCall>) =>
  eventsOf(
    gateway({
      settings: async () => ({ kind, baseUrl: url, apiKey: 'k', model: 'thinker' }),
      timeouts: () => ({ firstByte: 10_000, retries: 0 }),
      policies: async () => [],
      paid: freeCalls(),
    }).chat(callOf({ tools: [look], ...call })),
  );

export const reasoningOf = (events: ModelEvent[]) => {
  const thoughts = new ReasoningCollector();
  for (const event of events) if (event.kind === 'reasoning') thoughts.add(event);
  return thoughts.whole();
};

/** The conversation with what the model did, and what its call brought. */
export const loopOf = (events: ModelEvent[]): ChatMessage[] => {
  const calls = events.flatMap((event) => (event.kind === 'call' ? [event.call] : []));
  const reasoning = reasoningOf(events);
  return [
    { role: 'user', content: 'Look.' },
    { role: 'assistant', content: '', calls, ...(reasoning && { reasoning }) },
    { role: 'tool', callId: calls[0]?.id ?? '', content: 'A map.' },
  ];
};

export const CALL = {
  tool_calls: [{ index: 0, id: 'c1', type: 'function', function: { name: 'look', arguments: '{}' } }],
};
export const ANSWER = [piece({ content: 'Paris.' }, 'stop')];
