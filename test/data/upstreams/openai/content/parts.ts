import type { CorpusEntry } from '../../types.ts';
import { COUNTED, piece, whole } from '../parts.ts';

/** Content in other shapes than a string. */
export const contentParts: CorpusEntry[] = [
  {
    id: 'mistral-content-parts-plain',
    upstream: 'mistral',
    shape: 'content is a list: thoughts, each a list of texts, then text',
    surface: 'openai',
    streamed: false,
    source: 'docs.mistral.ai/studio-api/conversations/reasoning; agentjido/req_llm#742',
    body: whole({
      content: [
        {
          type: 'thinking',
          thinking: [
            { type: 'text', text: 'France, so ' },
            { type: 'text', text: 'Paris.' },
          ],
          closed: true,
        },
        { type: 'text', text: 'It is Paris.' },
      ],
    }),
    expected: { text: 'It is Paris.', reasoning: 'France, so Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'mistral-content-parts-stream',
    upstream: 'mistral',
    shape: 'deltas whose content is a list with a thought, later a plain string',
    surface: 'openai',
    streamed: true,
    source: 'braintrustdata/braintrust-sdk-javascript#1857; agentjido/req_llm#742',
    events: [
      piece({ role: 'assistant', content: '' }),
      piece({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'France, ' }] }] }),
      piece({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'so Paris.' }] }] }),
      piece({ content: [{ type: 'text', text: 'It is ' }] }),
      piece({ content: 'Paris.' }),
      piece({ content: '' }, 'stop', { usage: { prompt_tokens: 20, completion_tokens: 5, total_tokens: 25 } }),
    ],
    expected: { text: 'It is Paris.', reasoning: 'France, so Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'mistral-content-references',
    upstream: 'mistral',
    shape: 'text parts with a reference part between them',
    surface: 'openai',
    streamed: false,
    source: 'docs.mistral.ai citations; suitenumerique/conversations#51 (ReferenceChunk)',
    body: whole({
      content: [
        { type: 'text', text: 'It is Paris' },
        { type: 'reference', reference_ids: [0, 3] },
        { type: 'text', text: '.' },
      ],
    }),
    expected: { text: 'It is Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'any-content-parts-text',
    upstream: 'any',
    shape: 'content is a list of text parts',
    surface: 'openai',
    streamed: false,
    source: 'michelle-avery/custom-conversation#48 (content in shapes other than a string)',
    body: whole({
      content: [
        { type: 'text', text: 'It is ' },
        { type: 'text', text: 'Paris.' },
      ],
    }),
    expected: { text: 'It is Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'any-content-output-text-part',
    upstream: 'litellm',
    shape: 'parts of the Responses API’s kind within a chat answer',
    surface: 'openai',
    streamed: false,
    source: 'BerriAI/litellm#39723 (bridging between the two APIs)',
    body: whole({ content: [{ type: 'output_text', text: 'It is Paris.', annotations: [] }] }),
    expected: { text: 'It is Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'any-content-refusal-part',
    upstream: 'openai',
    shape: 'a list of parts, one of them a refusal',
    surface: 'openai',
    streamed: false,
    source: 'platform.openai.com/docs/api-reference/chat/create (assistant content parts)',
    body: whole({ content: [{ type: 'refusal', refusal: 'I cannot help with that.' }] }),
    expected: {
      text: '',
      refusal: 'I cannot help with that.',
      finish: 'content_filter',
      cause: 'stop',
      usage: COUNTED,
    },
  },
  {
    id: 'any-content-object',
    upstream: 'any',
    shape: 'content is one part, not in a list',
    surface: 'openai',
    streamed: false,
    source: 'michelle-avery/custom-conversation#48',
    body: whole({ content: { type: 'text', text: 'It is Paris.' } }),
    expected: { text: 'It is Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'any-content-strings-list',
    upstream: 'any',
    shape: 'content is a list of strings',
    surface: 'openai',
    streamed: false,
    source: 'langchain-ai content blocks: strings are allowed in a list of content',
    body: whole({ content: ['It is ', 'Paris.'] }),
    expected: { text: 'It is Paris.', finish: 'stop', usage: COUNTED },
  },
  {
    id: 'any-content-unknown-part',
    upstream: 'any',
    shape: 'a part of a kind that nobody knows beside text',
    surface: 'openai',
    streamed: false,
    source: 'docs.mistral.ai content chunks (document_url, image_url, file): more kinds come',
    body: whole({
      content: [
        { type: 'text', text: 'It is Paris.' },
        { type: 'map_view', region: 'FR' },
      ],
    }),
    expected: { text: 'It is Paris.', finish: 'stop', usage: COUNTED },
  },
];
