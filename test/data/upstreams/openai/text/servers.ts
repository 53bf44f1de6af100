import type { CorpusEntry } from '../../types.ts';
import { COUNTED, call, chunk, counted, piece, USAGE, whole } from '../parts.ts';

/** Text as other servers send it. */
export const serverText: CorpusEntry[] = [
  {
    id: 'llama-cpp-text-stream-timings',
    upstream: 'llama.cpp',
    shape: 'first delta has content null; the last has usage and timings beside the finish reason',
    surface: 'openai',
    streamed: true,
    source: 'g0t4/ask-openai.nvim harmony notes on llama-server',
    events: [
      piece({ role: 'assistant', content: null }),
      piece({ content: 'Paris.' }),
      piece({}, 'stop', { usage: USAGE, timings: { prompt_n: 20, predicted_n: 5, predicted_per_second: 264.5 } }),
    ],
    expected: { text: 'Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'ollama-text-stream-empty-finish',
    upstream: 'ollama',
    shape: 'finish_reason is an empty string until the end',
    surface: 'openai',
    streamed: true,
    source: 'ollama/ollama#4357',
    events: [
      piece({ role: 'assistant', content: 'Par' }, ''),
      piece({ content: 'is.' }, ''),
      piece({ content: '' }, 'stop'),
    ],
    expected: { text: 'Paris.', finish: 'stop', usage: null },
  },
  {
    id: 'together-text-role-null',
    upstream: 'together',
    shape: 'role null, text repeated beside the delta, extra token fields',
    surface: 'openai',
    streamed: true,
    source: 'vespa-engine/vespa#33327; home-assistant/core#139964',
    events: [
      chunk({
        choices: [
          { index: 0, text: 'Paris.', delta: { role: null, content: 'Paris.', token_id: 59604 }, finish_reason: null },
        ],
      }),
      chunk({
        choices: [{ index: 0, text: '', delta: { role: null, content: '' }, finish_reason: 'stop', seed: 7 }],
        usage: USAGE,
      }),
    ],
    expected: { text: 'Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'vllm-text-empty-tool-calls',
    upstream: 'vllm',
    shape: 'every delta has an empty list of calls beside its text',
    surface: 'openai',
    streamed: true,
    source: 'BerriAI/litellm#29286',
    events: [
      piece({ role: 'assistant', content: '', tool_calls: [] }),
      piece({ content: 'Paris.', tool_calls: [] }),
      piece({ content: null, tool_calls: [] }, 'stop'),
      counted(),
    ],
    expected: { text: 'Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'vllm-text-plain-nulls',
    upstream: 'vllm',
    shape: 'whole answer with null in every field that is not used, tool_calls an empty list',
    surface: 'openai',
    streamed: false,
    source: 'docs.vllm.ai openai_compatible_server',
    body: whole(
      {
        content: 'Paris.',
        refusal: null,
        annotations: null,
        audio: null,
        function_call: null,
        tool_calls: [],
        reasoning: null,
      },
      'stop',
      { prompt_logprobs: null, kv_transfer_params: null, service_tier: null },
    ),
    expected: { text: 'Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'litellm-text-stream-provider-fields',
    upstream: 'litellm',
    shape: 'provider_specific_fields at every level, stream_options and citations null at the top',
    surface: 'openai',
    streamed: true,
    source: 'BerriAI/litellm#17136; BerriAI/litellm#8710',
    events: [
      piece(
        { role: 'assistant', content: 'Paris.', provider_specific_fields: null, audio: null, function_call: null },
        null,
        {
          provider_specific_fields: null,
          citations: null,
          stream_options: { include_usage: true },
        },
      ),
      piece({ content: null, role: null, tool_calls: null }, 'stop'),
      counted(),
    ],
    expected: { text: 'Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'any-text-with-call',
    upstream: 'openai',
    shape: 'words and a call in one answer',
    surface: 'openai',
    streamed: false,
    source: 'platform.openai.com/docs/guides/function-calling',
    body: whole({ content: 'Let me look.', tool_calls: [call('look', '{"at":"map"}')] }, 'tool_calls'),
    expected: {
      text: 'Let me look.',
      calls: [{ id: 'call_look', name: 'look', arguments: '{"at":"map"}' }],
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
];
