import type { CorpusEntry } from '../../types.ts';
import { COUNTED, call, piece, whole } from '../parts.ts';

const THOUGHT = 'France, so Paris.';
const LOOK = [{ id: 'call_look', name: 'look', arguments: '{}' }];

/** Thoughts in blocks that have to go back unchanged. */
export const reasoningBlocks: CorpusEntry[] = [
  {
    id: 'openrouter-reasoning-details-plain',
    upstream: 'openrouter',
    shape: 'reasoning as text and reasoning_details in three kinds, with a call: the details have to go back unchanged',
    surface: 'openai',
    streamed: false,
    source:
      'openrouter.ai/docs/use-cases/reasoning-tokens#preserving-reasoning; openrouter.ai SDK ReasoningDetail; OpenRouterTeam/ai-sdk-provider (sends both fields back)',
    body: whole(
      {
        content: null,
        reasoning: THOUGHT,
        reasoning_details: [
          { type: 'reasoning.summary', summary: 'A capital.', format: 'openai-responses-v1', index: 0 },
          { type: 'reasoning.text', text: THOUGHT, signature: 'c2ln', format: 'anthropic-claude-v1', index: 1 },
          { type: 'reasoning.encrypted', data: 'b3BhcXVl', id: 'rs_1', format: 'openai-responses-v1', index: 2 },
        ],
        tool_calls: [call('look', '{}')],
      },
      'tool_calls',
    ),
    expected: {
      reasoning: THOUGHT,
      replay: {
        reasoning: THOUGHT,
        reasoning_details: [
          { type: 'reasoning.summary', summary: 'A capital.', format: 'openai-responses-v1', index: 0 },
          { type: 'reasoning.text', text: THOUGHT, signature: 'c2ln', format: 'anthropic-claude-v1', index: 1 },
          { type: 'reasoning.encrypted', data: 'b3BhcXVl', id: 'rs_1', format: 'openai-responses-v1', index: 2 },
        ],
      },
      calls: LOOK,
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
  {
    id: 'openrouter-reasoning-details-stream',
    upstream: 'openrouter',
    shape: 'details in pieces by index, the signature in a piece of its own',
    surface: 'openai',
    streamed: true,
    source:
      'openrouter.ai/docs/use-cases/reasoning-tokens (streaming); OpenRouterTeam/ai-sdk-provider (sends both fields back)',
    events: [
      piece({
        role: 'assistant',
        content: '',
        reasoning: 'France, ',
        reasoning_details: [{ type: 'reasoning.text', text: 'France, ', index: 0, format: 'anthropic-claude-v1' }],
      }),
      piece({
        content: '',
        reasoning: 'so Paris.',
        reasoning_details: [{ type: 'reasoning.text', text: 'so Paris.', index: 0, format: 'anthropic-claude-v1' }],
      }),
      piece({
        content: '',
        reasoning: null,
        reasoning_details: [{ type: 'reasoning.text', signature: 'c2ln', index: 0, format: 'anthropic-claude-v1' }],
      }),
      piece({
        tool_calls: [{ index: 0, id: 'call_look', type: 'function', function: { name: 'look', arguments: '{}' } }],
      }),
      piece({ content: '' }, 'tool_calls', { usage: { prompt_tokens: 20, completion_tokens: 5, total_tokens: 25 } }),
    ],
    expected: {
      reasoning: THOUGHT,
      replay: {
        reasoning: THOUGHT,
        reasoning_details: [
          { type: 'reasoning.text', text: THOUGHT, signature: 'c2ln', format: 'anthropic-claude-v1', index: 0 },
        ],
      },
      calls: LOOK,
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
  {
    id: 'litellm-thinking-blocks',
    upstream: 'litellm',
    shape: 'reasoning_content and thinking_blocks with a signature; blocks with a call have to go back',
    surface: 'openai',
    streamed: false,
    source: 'docs.litellm.ai/docs/reasoning_content; BerriAI/litellm#40775',
    body: whole(
      {
        content: null,
        reasoning_content: THOUGHT,
        thinking_blocks: [{ type: 'thinking', thinking: THOUGHT, signature: 'c2ln' }],
        tool_calls: [call('look', '{}')],
      },
      'tool_calls',
    ),
    expected: {
      reasoning: THOUGHT,
      replay: {
        reasoning_content: THOUGHT,
        thinking_blocks: [{ type: 'thinking', thinking: THOUGHT, signature: 'c2ln' }],
      },
      calls: LOOK,
      finish: 'tool_calls',
      usage: COUNTED,
    },
  },
];
