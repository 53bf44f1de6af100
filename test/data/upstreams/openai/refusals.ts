import type { CorpusEntry } from '../types.ts';
import { COUNTED, chunk, counted, piece, USAGE, whole } from './parts.ts';

/** Refusals, and answers that a filter took. */
export const refusals: CorpusEntry[] = [
  {
    id: 'openai-refusal-plain',
    upstream: 'openai',
    shape: 'refusal, content null, finish stop',
    surface: 'openai',
    streamed: false,
    source: 'platform.openai.com/docs/guides/structured-outputs#refusals; openclaw/openclaw#102334',
    body: whole({ content: null, refusal: 'I cannot help with that.' }),
    expected: {
      text: '',
      refusal: 'I cannot help with that.',
      finish: 'content_filter',
      cause: 'stop',
      usage: COUNTED,
    },
  },
  {
    id: 'openai-refusal-stream',
    upstream: 'openai',
    shape: 'refusal in pieces, content null beside them',
    surface: 'openai',
    streamed: true,
    source: 'MacPaw/OpenAI#408; anomalyco/opencode#43343; langchain-ai/langchain#39747',
    events: [
      piece({ role: 'assistant', content: null, refusal: '' }),
      piece({ refusal: 'I cannot ' }),
      piece({ refusal: 'help with that.' }),
      piece({}, 'stop'),
      counted(),
    ],
    expected: {
      text: '',
      refusal: 'I cannot help with that.',
      finish: 'content_filter',
      cause: 'stop',
      usage: COUNTED,
    },
  },
  {
    id: 'openai-refusal-after-text',
    upstream: 'openai',
    shape: 'words, then a refusal',
    surface: 'openai',
    streamed: true,
    source: 'damianvtran/local-operator#187',
    events: [
      piece({ role: 'assistant', content: 'First, ' }),
      piece({ refusal: 'I cannot go on.' }),
      piece({}, 'stop'),
    ],
    expected: { text: 'First, ', refusal: 'I cannot go on.', finish: 'content_filter', cause: 'stop', usage: null },
  },
  {
    id: 'azure-filter-plain',
    upstream: 'azure',
    shape: 'the filter took the answer: finish content_filter, message without content',
    surface: 'openai',
    streamed: false,
    source: 'developersdigest.tech/errors/api/azure-openai/200-finish-reason-content-filter',
    body: chunk({
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          finish_reason: 'content_filter',
          message: { role: 'assistant' },
          content_filter_results: { violence: { filtered: true, severity: 'high' } },
        },
      ],
      usage: USAGE,
    }),
    expected: { text: '', finish: 'content_filter', usage: COUNTED },
  },
  {
    id: 'azure-filter-stream',
    upstream: 'azure',
    shape: 'words, then the filter: the words that came stay',
    surface: 'openai',
    streamed: true,
    source: 'learn.microsoft.com content-streaming',
    events: [piece({ role: 'assistant', content: 'It is ' }), piece({}, 'content_filter')],
    expected: { text: 'It is ', finish: 'content_filter', usage: null },
  },
  {
    id: 'azure-filter-down',
    upstream: 'azure',
    shape: 'content_filter_results holds an error: the filter was down, the answer is good',
    surface: 'openai',
    streamed: false,
    source: 'developersdigest.tech/errors/api/azure-openai (content_filter_error)',
    body: chunk({
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          message: { role: 'assistant', content: 'It is Paris.' },
          content_filter_results: { error: { code: 'content_filter_error', message: 'The contents are not filtered' } },
        },
      ],
      usage: USAGE,
    }),
    expected: { text: 'It is Paris.', finish: 'stop', usage: COUNTED },
  },
];
