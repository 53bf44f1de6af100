import type { CorpusEntry } from '../../types.ts';
import { COUNTED, chunk, counted, piece, spoken, whole } from '../parts.ts';

/** Text as OpenAI and Azure send it, with the fields that newer versions put around it. */
export const hostedText: CorpusEntry[] = [
  {
    id: 'openai-text-plain',
    upstream: 'openai',
    shape: 'text with every optional field present and null or empty',
    surface: 'openai',
    streamed: false,
    source: 'platform.openai.com/docs/api-reference/chat/object',
    body: whole({ content: 'Paris.', refusal: null, annotations: [], audio: null, function_call: null }, 'stop', {
      service_tier: 'default',
      system_fingerprint: null,
      moderation: null,
    }),
    expected: { text: 'Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'openai-text-stream',
    upstream: 'openai',
    shape: 'text with padding against traffic analysis, usage null in all events but the last',
    surface: 'openai',
    streamed: true,
    source: 'platform.openai.com/docs/api-reference/chat/streaming (include_usage, include_obfuscation)',
    events: [
      piece({ role: 'assistant', content: '', refusal: null }, null, { usage: null, obfuscation: 'x7' }),
      piece({ content: 'Par' }, null, { usage: null, obfuscation: 'q' }),
      piece({ content: 'is.' }, null, { usage: null, obfuscation: '4kP' }),
      piece({}, 'stop', { usage: null, obfuscation: '' }),
      counted(),
    ],
    expected: { text: 'Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'azure-text-plain',
    upstream: 'azure',
    shape: 'text with filter results for the prompt and the choice',
    surface: 'openai',
    streamed: false,
    source: 'learn.microsoft.com azure/foundry/openai content filtering; BerriAI/litellm#16650',
    body: whole({ content: 'Paris.' }, 'stop', {
      prompt_filter_results: [
        { prompt_index: 0, content_filter_results: { hate: { filtered: false, severity: 'safe' } } },
      ],
    }),
    expected: { text: 'Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'azure-text-stream-filter-first',
    upstream: 'azure',
    shape: 'first event has no choices, an empty id and model, and the prompt filter’s results',
    surface: 'openai',
    streamed: true,
    source: 'AbanteAI/archive-old-cli-mentat#429; run-llama/LlamaIndexTS#244',
    events: [
      { id: '', object: '', created: 0, model: '', choices: [], prompt_filter_results: [{ prompt_index: 0 }] },
      ...spoken(['Par', 'is.']),
    ],
    expected: { text: 'Paris.', finish: 'stop', usage: null },
  },
  {
    id: 'azure-text-stream-annotations-between',
    upstream: 'azure',
    shape:
      'asynchronous filter: choices with filter results and offsets but without a delta, after the finish reason too',
    surface: 'openai',
    streamed: true,
    source: 'learn.microsoft.com/en-gb/azure/foundry/openai/concepts/content-streaming',
    events: [
      ...spoken(['Par', 'is.']),
      chunk({
        choices: [
          {
            index: 0,
            finish_reason: null,
            content_filter_results: { violence: { filtered: false, severity: 'safe' } },
            content_filter_offsets: { check_offset: 44, start_offset: 44, end_offset: 50 },
          },
        ],
      }),
      counted(),
    ],
    expected: { text: 'Paris.', finish: 'stop', usage: COUNTED },
  },
];
