import type { CorpusEntry } from '../../types.ts';
import { COUNTED, call, whole } from '../parts.ts';

const look = (args: unknown, more: object = {}) => call('look', args, more);

/** Arguments that are no text of JSON. */
export const callArguments: CorpusEntry[] = [
  {
    id: 'llama-cpp-calls-arguments-object',
    upstream: 'llama.cpp',
    shape: 'arguments are an object, not text',
    surface: 'openai',
    streamed: false,
    source: 'ggml-org/llama.cpp#20198; also TGI before 3.0',
    body: whole({ content: null, tool_calls: [look({ at: 'map', zoom: 3 })] }, 'tool_calls'),
    expected: {
      calls: [{ id: 'call_look', name: 'look', arguments: '{"at":"map","zoom":3}' }],
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
  {
    id: 'tgi-calls-arguments-object-index',
    upstream: 'tgi',
    shape: 'id is the number 0, arguments an object, description null beside them',
    surface: 'openai',
    streamed: false,
    source: 'pydantic/pydantic-ai#398; huggingface/text-generation-inference#2310',
    body: whole(
      {
        content: '',
        tool_calls: [
          { id: 0, type: 'function', function: { description: null, name: 'look', arguments: { at: 'map' } } },
        ],
      },
      'eos_token',
    ),
    expected: {
      calls: [{ name: 'look', arguments: '{"at":"map"}' }],
      finish: 'tool_calls',
      cause: 'eos_token',
      usage: COUNTED,
    },
  },
  {
    id: 'any-calls-arguments-null',
    upstream: 'any',
    shape: 'arguments null for a tool without parameters',
    surface: 'openai',
    streamed: false,
    source: 'AIDotNet/OpenDeepWiki#392; pydantic/pydantic-ai#1802',
    body: whole({ content: null, tool_calls: [look(null)] }, 'tool_calls'),
    expected: { calls: [{ id: 'call_look', name: 'look', arguments: '{}' }], finish: 'tool_calls', usage: COUNTED },
  },
  {
    id: 'any-calls-arguments-empty',
    upstream: 'any',
    shape: 'arguments an empty text',
    surface: 'openai',
    streamed: false,
    source: 'sigoden/aichat#1217; BerriAI/litellm#5064',
    body: whole({ content: null, tool_calls: [look('')] }, 'tool_calls'),
    expected: { calls: [{ id: 'call_look', name: 'look', arguments: '{}' }], finish: 'tool_calls', usage: COUNTED },
  },
  {
    id: 'any-calls-arguments-word-null',
    upstream: 'any',
    shape: 'arguments are the text null',
    surface: 'openai',
    streamed: false,
    source: 'AIDotNet/OpenDeepWiki#392',
    body: whole({ content: null, tool_calls: [look('null')] }, 'tool_calls'),
    expected: { calls: [{ id: 'call_look', name: 'look', arguments: '{}' }], finish: 'tool_calls', usage: COUNTED },
  },
  {
    id: 'any-calls-arguments-missing',
    upstream: 'any',
    shape: 'no arguments at all',
    surface: 'openai',
    streamed: false,
    source: 'mrdushidush/claudette#238',
    body: whole(
      { content: null, tool_calls: [{ id: 'call_look', type: 'function', function: { name: 'look' } }] },
      'tool_calls',
    ),
    expected: { calls: [{ id: 'call_look', name: 'look', arguments: '{}' }], finish: 'tool_calls', usage: COUNTED },
  },
  {
    id: 'any-calls-arguments-json-twice',
    upstream: 'any',
    shape: 'arguments are JSON of the text of JSON',
    surface: 'openai',
    streamed: false,
    source: 'ollama/ollama#12413; openclaw/openclaw#40425; huggingface/smolagents#1003',
    body: whole({ content: null, tool_calls: [look('"{\\"at\\":\\"map\\"}"')] }, 'tool_calls'),
    expected: {
      calls: [{ id: 'call_look', name: 'look', arguments: '{"at":"map"}' }],
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
  {
    id: 'any-calls-arguments-broken',
    upstream: 'any',
    shape: 'arguments that are no JSON: passed on as they are, an agent is told',
    surface: 'openai',
    streamed: false,
    source: 'platform.openai.com/docs/api-reference/chat/object (the model may write invalid JSON)',
    body: whole({ content: null, tool_calls: [look('{"at": map}')] }, 'tool_calls'),
    expected: {
      calls: [{ id: 'call_look', name: 'look', arguments: '{"at": map}' }],
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
  {
    id: 'any-calls-big-number',
    upstream: 'any',
    shape: 'a number beyond 2^53 and one with many decimals within the arguments’ text',
    surface: 'openai',
    streamed: false,
    source: 'earendil-works/pi#8943',
    body: whole(
      { content: null, tool_calls: [look('{"id":2512292042121000001,"rate":0.10000000000000000001}')] },
      'tool_calls',
    ),
    expected: {
      calls: [{ id: 'call_look', name: 'look', arguments: '{"id":2512292042121000001,"rate":0.10000000000000000001}' }],
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
  {
    id: 'any-calls-big-number-object',
    upstream: 'llama.cpp',
    shape: 'a number beyond 2^53 within arguments that are an object',
    surface: 'openai',
    streamed: false,
    source: 'earendil-works/pi#8943 together with ggml-org/llama.cpp#20198',
    body: [
      '{"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,',
      '"finish_reason":"tool_calls","message":{"role":"assistant","content":null,',
      '"tool_calls":[{"id":"call_look","type":"function","function":{"name":"look",',
      '"arguments":{"id":2512292042121000001}}}]}}],"usage":{"prompt_tokens":20,"completion_tokens":5,',
      '"total_tokens":25}}',
    ].join(''),
    expected: {
      calls: [{ id: 'call_look', name: 'look', arguments: '{"id":2512292042121000001}' }],
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
];
