import type { CorpusEntry } from '../../types.ts';
import { COUNTED, piece, whole } from '../parts.ts';

/** Thoughts within the text. */
export const reasoningTags: CorpusEntry[] = [
  {
    id: 'any-think-tags-plain',
    upstream: 'vllm',
    shape: 'a server without a parser: thoughts in <think> at the beginning of the text',
    surface: 'openai',
    streamed: false,
    source:
      'docs.vllm.ai/en/v0.7.2/features/reasoning_outputs (deepseek_r1 looks for the tags); bytedance/deer-flow#2062',
    body: whole({ content: '<think>\nFrance, {so} Paris.\n</think>\n\nIt is Paris.' }),
    expected: {
      text: '<think>\nFrance, {so} Paris.\n</think>\n\nIt is Paris.',
      shown: 'It is Paris.',
      finish: 'stop',
      usage: COUNTED,
    },
  },
  {
    id: 'any-think-tags-no-opening',
    upstream: 'llama.cpp',
    shape: 'the template wrote the opening tag: the text begins with thoughts and has only </think>',
    surface: 'openai',
    streamed: true,
    source: 'ikawrakow/ik_llama.cpp#776',
    events: [
      piece({ role: 'assistant', content: 'France, so ' }),
      piece({ content: 'Paris.</thi' }),
      piece({ content: 'nk>It is Paris.' }),
      piece({}, 'stop'),
    ],
    expected: { text: 'France, so Paris.</think>It is Paris.', shown: 'It is Paris.', finish: 'stop', usage: null },
  },
  {
    id: 'any-think-tags-unclosed',
    upstream: 'any',
    shape: 'the limit fell within the thoughts: the tag is never closed',
    surface: 'openai',
    streamed: false,
    source: 'aws-samples/bedrock-access-gateway#194; nashsu/llm_wiki#348',
    body: whole({ content: '<think>France, so' }, 'length'),
    expected: { text: '<think>France, so', shown: '', finish: 'length', usage: COUNTED },
  },
  {
    id: 'bedrock-reasoning-tags',
    upstream: 'bedrock',
    shape: 'thoughts in <reasoning> before the text',
    surface: 'openai',
    streamed: false,
    source: 'promptfoo/promptfoo#9587',
    body: whole({ content: '<reasoning>France, so Paris.</reasoning>It is Paris.' }),
    expected: {
      text: '<reasoning>France, so Paris.</reasoning>It is Paris.',
      shown: 'It is Paris.',
      finish: 'stop',
      usage: COUNTED,
    },
  },
];
