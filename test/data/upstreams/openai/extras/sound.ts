import type { CorpusEntry } from '../../types.ts';
import { COUNTED, chunk, piece, USAGE, whole } from '../parts.ts';

const token = (text: string, logprob: number) => ({
  token: text,
  logprob,
  bytes: [...Buffer.from(text)],
  top_logprobs: [],
});

/** Probabilities and sound. */
export const sound: CorpusEntry[] = [
  {
    id: 'openai-logprobs-plain',
    upstream: 'openai',
    shape: 'probabilities of each token, bytes among them',
    surface: 'openai',
    streamed: false,
    source: 'platform.openai.com/docs/api-reference/chat/object#logprobs',
    body: chunk({
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          message: { role: 'assistant', content: 'Paris.' },
          logprobs: { content: [token('Paris', -0.01), token('.', -0.2)], refusal: null },
        },
      ],
      usage: USAGE,
    }),
    expected: { text: 'Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'any-logprobs-minus-infinity',
    upstream: 'vllm',
    shape: 'a probability of -Infinity, which is no JSON, is written as -9999',
    surface: 'openai',
    streamed: true,
    source: 'docs.vllm.ai openai_compatible_server (logprobs at least -9999.0)',
    events: [
      chunk({
        choices: [
          {
            index: 0,
            delta: { role: 'assistant', content: 'Paris' },
            logprobs: { content: [token('Paris', -9999)] },
            finish_reason: null,
          },
        ],
      }),
      piece({}, 'stop'),
    ],
    expected: { text: 'Paris', finish: 'stop', usage: null },
  },
  {
    id: 'openai-audio-plain',
    upstream: 'openai',
    shape: 'sound with its transcript, content null',
    surface: 'openai',
    streamed: false,
    source: 'platform.openai.com/docs/guides/audio',
    body: whole({
      content: null,
      audio: { id: 'audio_1', expires_at: 1_790_003_600, data: 'UklGRg==', transcript: 'It is Paris.' },
    }),
    expected: {
      text: 'It is Paris.',
      finish: 'stop',
      usage: COUNTED,
    },
  },
  {
    id: 'openai-audio-stream',
    upstream: 'openai',
    shape: 'sound and transcript in pieces',
    surface: 'openai',
    streamed: true,
    source: 'platform.openai.com/docs/guides/audio',
    events: [
      piece({ role: 'assistant', content: null, audio: { id: 'audio_1', transcript: 'It is ' } }),
      piece({ audio: { transcript: 'Paris.' } }),
      piece({ audio: { data: 'UklGRg==' } }),
      piece({ audio: { expires_at: 1_790_003_600 } }),
      piece({}, 'stop'),
    ],
    expected: {
      text: 'It is Paris.',
      finish: 'stop',
      usage: null,
    },
  },
];
