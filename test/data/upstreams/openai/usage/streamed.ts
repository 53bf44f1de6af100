import type { CorpusEntry } from '../../types.ts';
import { chunk, counted, piece } from '../parts.ts';

const small = { prompt_tokens: 20, completion_tokens: 5, total_tokens: 25 };
const upTo = (completion_tokens: number) => ({
  prompt_tokens: 20,
  completion_tokens,
  total_tokens: 20 + completion_tokens,
});
const said = { text: 'It is Paris.', finish: 'stop', usage: { prompt: 20, completion: 5 } } as const;
const start = piece({ role: 'assistant', content: 'It is Paris.' });

/** Where a stream puts its usage. */
export const streamedUsage: CorpusEntry[] = [
  {
    id: 'bedrock-usage-no-choices',
    upstream: 'bedrock',
    shape: 'an event with usage and without the field choices',
    surface: 'openai',
    streamed: true,
    source: 'awslabs/llmeter#34',
    events: [start, piece({}, 'stop'), chunk({ usage: small })],
    expected: said,
  },
  {
    id: 'any-usage-choices-null',
    upstream: 'any',
    shape: 'an event with usage and choices null, one more in the middle',
    surface: 'openai',
    streamed: true,
    source: 'langchain-ai/langchain#35236; openai/openai-agents-python#2850',
    events: [start, chunk({ choices: null }), piece({}, 'stop'), chunk({ choices: null, usage: small })],
    expected: said,
  },
  {
    id: 'openrouter-usage-on-finish',
    upstream: 'openrouter',
    shape: 'usage in the event with the finish reason',
    surface: 'openai',
    streamed: true,
    source: 'avala-ai/agent-code#375',
    events: [start, piece({ content: '' }, 'stop', { usage: small })],
    expected: said,
  },
  {
    id: 'any-usage-before-finish',
    upstream: 'any',
    shape: 'usage in the last but one event, then an empty one',
    surface: 'openai',
    streamed: true,
    source: 'BerriAI/litellm#17136',
    events: [start, piece({}, 'stop', { usage: small }), counted(null)],
    expected: said,
  },
  {
    id: 'sglang-usage-continuous',
    upstream: 'sglang',
    shape: 'cumulative usage in every event: the last counts, none are added',
    surface: 'openai',
    streamed: true,
    source: 'sgl-project/sglang#20203; open-webui/open-webui#29064',
    events: [
      piece({ role: 'assistant', content: '' }, null, { usage: upTo(0) }),
      piece({ content: 'It is ' }, null, { usage: upTo(2) }),
      piece({ content: 'Paris.' }, null, { usage: upTo(4) }),
      piece({}, 'stop', { usage: upTo(5) }),
      counted(upTo(5)),
    ],
    expected: said,
  },
  {
    id: 'groq-usage-x-groq',
    upstream: 'groq',
    shape: 'usage only within x_groq of the last event',
    surface: 'openai',
    streamed: true,
    source: 'BerriAI/litellm#8710; console.groq.com',
    events: [start, piece({}, 'stop', { x_groq: { id: 'req_1', usage: small } })],
    expected: said,
  },
  {
    id: 'any-usage-after-usage-null',
    upstream: 'azure',
    shape: 'usage, then events with usage null',
    surface: 'openai',
    streamed: true,
    source: 'microsoft/semantic-kernel#3650; learn.microsoft.com content-streaming',
    events: [start, piece({}, 'stop', { usage: small }), chunk({ choices: [], usage: null })],
    expected: said,
  },
];
