import type { CorpusEntry } from '../../types.ts';
import { COUNTED, call, counted, piece, whole } from '../parts.ts';

const THOUGHT = 'France, so Paris.';
const LOOK = [{ id: 'call_look', name: 'look', arguments: '{}' }];

/** Thoughts in a field of their own, under each name that servers give it. */
export const reasoningFields: CorpusEntry[] = [
  {
    id: 'deepseek-reasoning-plain',
    upstream: 'deepseek',
    shape: 'reasoning_content beside content',
    surface: 'openai',
    streamed: false,
    source: 'api-docs.deepseek.com/guides/thinking_mode',
    body: whole({ content: 'It is Paris.', reasoning_content: THOUGHT }),
    expected: { text: 'It is Paris.', reasoning: THOUGHT, finish: 'stop', usage: COUNTED },
  },
  {
    id: 'deepseek-reasoning-stream',
    upstream: 'deepseek',
    shape: 'deltas with reasoning_content and content null, then the other way round',
    surface: 'openai',
    streamed: true,
    source: 'api-docs.deepseek.com/guides/thinking_mode',
    events: [
      piece({ role: 'assistant', content: null, reasoning_content: '' }),
      piece({ content: null, reasoning_content: 'France, ' }),
      piece({ content: null, reasoning_content: 'so Paris.' }),
      piece({ content: 'It is Paris.', reasoning_content: null }),
      piece({ content: '', reasoning_content: null }, 'stop', {
        usage: { prompt_tokens: 20, completion_tokens: 5, total_tokens: 25 },
      }),
    ],
    expected: { text: 'It is Paris.', reasoning: THOUGHT, finish: 'stop', usage: COUNTED },
  },
  {
    id: 'deepseek-reasoning-calls',
    upstream: 'deepseek',
    shape: 'reasoning_content with a call: the next request without it is answered 400',
    surface: 'openai',
    streamed: false,
    source:
      'api-docs.deepseek.com/guides/thinking_mode#tool-calls; esengine/DeepSeek-Reasonix#4022; Chevey339/kelivo#966',
    body: whole({ content: '', reasoning_content: THOUGHT, tool_calls: [call('look', '{}')] }, 'tool_calls'),
    expected: {
      reasoning: THOUGHT,
      replay: { reasoning_content: THOUGHT },
      calls: LOOK,
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
  {
    id: 'deepseek-reasoning-empty-calls',
    upstream: 'deepseek',
    shape: 'an empty reasoning_content with a call has to be sent back too',
    surface: 'openai',
    streamed: false,
    source: 'Chevey339/kelivo#966 (an empty text passes, a missing field does not)',
    body: whole({ content: '', reasoning_content: '', tool_calls: [call('look', '{}')] }, 'tool_calls'),
    expected: { replay: { reasoning_content: '' }, calls: LOOK, finish: 'tool_calls', usage: COUNTED },
  },
  {
    id: 'vllm-reasoning-plain',
    upstream: 'vllm',
    shape: 'reasoning, the newer name, beside content',
    surface: 'openai',
    streamed: false,
    source: 'docs.vllm.ai/en/v0.26.0/features/reasoning_outputs',
    body: whole({ content: 'It is Paris.', reasoning: THOUGHT }),
    expected: { text: 'It is Paris.', reasoning: THOUGHT, finish: 'stop', usage: COUNTED },
  },
  {
    id: 'vllm-reasoning-both-names',
    upstream: 'vllm',
    shape: 'the same thoughts under both names: told once',
    surface: 'openai',
    streamed: true,
    source: 'docs.vllm.ai/en/v0.11.2/features/reasoning_outputs (both names for a time)',
    events: [
      piece({ role: 'assistant', content: '' }),
      piece({ reasoning: 'France, ', reasoning_content: 'France, ' }),
      piece({ reasoning: 'so Paris.', reasoning_content: 'so Paris.' }),
      piece({ content: 'It is Paris.' }),
      piece({}, 'stop'),
      counted(),
    ],
    expected: { text: 'It is Paris.', reasoning: THOUGHT, finish: 'stop', usage: COUNTED },
  },
  {
    id: 'ollama-reasoning-stream',
    upstream: 'ollama',
    shape: 'deltas with reasoning and content an empty text',
    surface: 'openai',
    streamed: true,
    source: 'anomalyco/opencode#46061; QwenLM/Qwen-Agent#843',
    events: [
      piece({ role: 'assistant', content: '', reasoning: THOUGHT }),
      piece({ role: 'assistant', content: 'It is Paris.' }),
      piece({ role: 'assistant', content: '' }, 'stop'),
    ],
    expected: { text: 'It is Paris.', reasoning: THOUGHT, finish: 'stop', usage: null },
  },
  {
    id: 'groq-reasoning-parsed',
    upstream: 'groq',
    shape: 'reasoning beside content, channel named',
    surface: 'openai',
    streamed: true,
    source: 'console.groq.com/docs/reasoning (reasoning_format parsed)',
    events: [
      piece({ role: 'assistant', content: null }, null, { x_groq: { id: 'req_1' } }),
      piece({ reasoning: THOUGHT, channel: 'analysis' }),
      piece({ content: 'It is Paris.' }),
      piece({}, 'stop', {
        x_groq: { id: 'req_1', usage: { prompt_tokens: 20, completion_tokens: 5, total_tokens: 25 } },
      }),
    ],
    expected: { text: 'It is Paris.', reasoning: THOUGHT, finish: 'stop', usage: COUNTED },
  },
  {
    id: 'z-ai-reasoning-only',
    upstream: 'z.ai',
    shape: 'thoughts and no answer, finish stop',
    surface: 'openai',
    streamed: false,
    source: 'docs.z.ai thinking mode; BerriAI/litellm#41970 (reasoning-only reply)',
    body: whole({ content: '', reasoning_content: THOUGHT }),
    expected: { text: '', reasoning: THOUGHT, finish: 'stop', usage: COUNTED },
  },
];
