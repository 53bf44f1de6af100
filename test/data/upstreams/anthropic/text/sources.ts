import type { CorpusEntry } from '../../types.ts';
import { COUNTED, close, delta, end, message, open, says, start } from '../parts.ts';

const said = { text: 'It is Paris.', finish: 'stop', cause: 'end_turn', usage: COUNTED } as const;
const whole = { surface: 'anthropic', streamed: false } as const;
const stream = { surface: 'anthropic', streamed: true } as const;
const quote = {
  type: 'char_location',
  cited_text: 'Paris is the capital',
  document_index: 0,
  document_title: 'France',
  start_char_index: 0,
  end_char_index: 20,
  file_id: null,
};
const page = {
  type: 'web_search_result_location',
  url: 'https://example.org/fr',
  title: 'France',
  cited_text: 'Paris is',
  encrypted_index: 'b3BhcXVl',
};
const cited = [{ title: 'France', quote: 'Paris is the capital' }];

/** Words with their sources. */
export const sources: CorpusEntry[] = [
  {
    id: 'anthropic-citations-plain',
    upstream: 'anthropic',
    shape: 'a source in a document',
    ...whole,
    source: 'platform.claude.com/docs/en/build-with-claude/citations',
    body: message([{ type: 'text', text: 'It is Paris.', citations: [quote] }]),
    expected: { ...said, citations: cited },
  },
  {
    id: 'anthropic-citations-stream',
    upstream: 'anthropic',
    shape: 'citations_delta within a block of text',
    ...stream,
    source:
      'platform.claude.com/docs/en/build-with-claude/citations (streaming); docs.rs dynamo-protocols AnthropicDelta',
    events: [
      start(),
      open(0, { type: 'text', text: '', citations: [] }),
      delta(0, { type: 'citations_delta', citation: quote }),
      says(0, 'It is Paris.'),
      close(0),
      ...end(),
    ],
    expected: { ...said, citations: cited },
  },
  {
    id: 'anthropic-web-search',
    upstream: 'anthropic',
    shape: 'a search that the server ran, its results, then text with a source',
    ...whole,
    source: 'platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool',
    body: message(
      [
        { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: { query: 'capital of France' } },
        {
          type: 'web_search_tool_result',
          tool_use_id: 'srvtoolu_1',
          content: [
            {
              type: 'web_search_result',
              url: 'https://example.org/fr',
              title: 'France',
              encrypted_content: 'b3BhcXVl',
              page_age: null,
            },
          ],
        },
        { type: 'text', text: 'It is Paris.', citations: [page] },
      ],
      'end_turn',
      { usage: { input_tokens: 20, output_tokens: 5, server_tool_use: { web_search_requests: 1 } } },
    ),
    expected: { ...said, citations: [{ url: 'https://example.org/fr', title: 'France', quote: 'Paris is' }] },
  },
];
