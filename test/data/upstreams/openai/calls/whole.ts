import type { CorpusEntry } from '../../types.ts';
import { COUNTED, call, piece, whole } from '../parts.ts';

const look = (args: unknown, more: object = {}) => call('look', args, more);

/** Calls that come in one piece, or not at all. */
export const wholeCalls: CorpusEntry[] = [
  {
    id: 'openai-calls-two',
    upstream: 'openai',
    shape: 'two calls, content null, finish tool_calls',
    surface: 'openai',
    streamed: false,
    source: 'platform.openai.com/docs/guides/function-calling (parallel)',
    body: whole({ content: null, tool_calls: [look('{"at":"map"}'), call('wait', '{"seconds":2}')] }, 'tool_calls'),
    expected: {
      calls: [
        { id: 'call_look', name: 'look', arguments: '{"at":"map"}' },
        { id: 'call_wait', name: 'wait', arguments: '{"seconds":2}' },
      ],
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
  {
    id: 'openai-calls-finish-stop',
    upstream: 'openai',
    shape: 'a call that was forced by name ends with stop',
    surface: 'openai',
    streamed: false,
    source: 'ollama/ollama#7963 (gpt-4o too); vllm-project/vllm#9209; sgl-project/sglang#2877',
    body: whole({ content: null, tool_calls: [look('{}')] }, 'stop'),
    expected: {
      calls: [{ id: 'call_look', name: 'look', arguments: '{}' }],
      finish: 'tool_calls',
      cause: 'stop',
      usage: COUNTED,
    },
  },
  {
    id: 'openai-calls-legacy-function',
    upstream: 'openai',
    shape: 'function_call in place of tool_calls, finish function_call, no id',
    surface: 'openai',
    streamed: false,
    source: 'platform.openai.com/docs/api-reference/chat/object (deprecated fields)',
    body: whole({ content: null, function_call: { name: 'look', arguments: '{"at":"map"}' } }, 'function_call'),
    expected: {
      calls: [{ name: 'look', arguments: '{"at":"map"}' }],
      finish: 'tool_calls',
      cause: 'function_call',
      usage: COUNTED,
    },
  },
  {
    id: 'openai-calls-custom',
    upstream: 'openai',
    shape: 'a call of a custom tool, whose input is text and not JSON',
    surface: 'openai',
    streamed: false,
    source: 'platform.openai.com/docs/guides/function-calling#custom-tools',
    body: whole(
      { content: null, tool_calls: [{ id: 'call_c', type: 'custom', custom: { name: 'run', input: 'print(1)' } }] },
      'tool_calls',
    ),
    expected: { calls: [{ id: 'call_c', name: 'run', arguments: 'print(1)' }], finish: 'tool_calls', usage: COUNTED },
  },
  {
    id: 'any-calls-no-ids',
    upstream: 'any',
    shape: 'two calls without ids and without a type',
    surface: 'openai',
    streamed: false,
    source: 'earendil-works/pi#8387 (fields left out); case of servers over Gemini',
    body: whole(
      {
        content: null,
        tool_calls: [
          { function: { name: 'look', arguments: '{"at":"map"}' } },
          { function: { name: 'look', arguments: '{"at":"sky"}' } },
        ],
      },
      'tool_calls',
    ),
    expected: {
      calls: [
        { name: 'look', arguments: '{"at":"map"}' },
        { name: 'look', arguments: '{"at":"sky"}' },
      ],
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
  {
    id: 'any-calls-same-id-twice',
    upstream: 'any',
    shape: 'two whole calls with one id',
    surface: 'openai',
    streamed: false,
    source: 'derived: from servers that make ids of the tool’s name',
    body: whole({ content: null, tool_calls: [look('{"at":"map"}'), look('{"at":"sky"}')] }, 'tool_calls'),
    expected: {
      calls: [
        { id: 'call_look', name: 'look', arguments: '{"at":"map"}' },
        { name: 'look', arguments: '{"at":"sky"}' },
      ],
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
  {
    id: 'any-calls-tool-not-offered',
    upstream: 'any',
    shape: 'a call of a tool that nobody offered',
    surface: 'openai',
    streamed: false,
    source: 'NousResearch/hermes-agent#3468 (unknown tool)',
    body: whole({ content: null, tool_calls: [call('terminalterminal', '{}')] }, 'tool_calls'),
    expected: {
      calls: [{ id: 'call_terminalterminal', name: 'terminalterminal', arguments: '{}' }],
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
  {
    id: 'any-calls-finish-without-calls',
    upstream: 'any',
    shape: 'finish tool_calls, words, and no call',
    surface: 'openai',
    streamed: false,
    source: 'jundot/omlx#3153 (a call that the server could not parse is left in the words)',
    body: whole({ content: 'I will look now.', tool_calls: [] }, 'tool_calls'),
    expected: { text: 'I will look now.', finish: 'stop', cause: 'tool_calls', usage: COUNTED },
  },
  {
    id: 'any-calls-cut-by-limit',
    upstream: 'any',
    shape: 'words, then a call cut by the limit',
    surface: 'openai',
    streamed: true,
    source: '14790897/MiqroForge-Desktop#1100; UKGovernmentBEIS/inspect_ai#4552',
    events: [
      piece({ role: 'assistant', content: 'I will look.' }),
      piece({
        tool_calls: [
          { index: 0, id: 'call_look', type: 'function', function: { name: 'look', arguments: '{"at":"a very' } },
        ],
      }),
      piece({}, 'length'),
    ],
    expected: { text: 'I will look.', calls: [], finish: 'length', usage: null },
  },
];
