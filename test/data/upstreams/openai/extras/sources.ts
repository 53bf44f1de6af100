import type { CorpusEntry } from '../../types.ts';
import { COUNTED, piece, whole } from '../parts.ts';

/** Sources of what was said. */
export const sources: CorpusEntry[] = [
  {
    id: 'openai-citations-plain',
    upstream: 'openai',
    shape: 'annotations with an address each',
    surface: 'openai',
    streamed: false,
    source: 'platform.openai.com/docs/guides/tools-web-search (chat completions)',
    body: whole({
      content: 'It is Paris.',
      annotations: [
        {
          type: 'url_citation',
          url_citation: { start_index: 0, end_index: 12, title: 'France', url: 'https://example.org/fr' },
        },
      ],
    }),
    expected: {
      text: 'It is Paris.',
      citations: [{ url: 'https://example.org/fr', title: 'France' }],
      finish: 'stop',
      usage: COUNTED,
    },
  },
  {
    id: 'openrouter-citations-stream',
    upstream: 'openrouter',
    shape: 'annotations in a delta of their own, with the page’s text',
    surface: 'openai',
    streamed: true,
    source: 'openrouter.ai/docs/features/web-search; OpenRouterTeam/typescript-sdk#14',
    events: [
      piece({ role: 'assistant', content: 'It is Paris.' }),
      piece({
        content: '',
        annotations: [
          {
            type: 'url_citation',
            url_citation: {
              url: 'https://example.org/fr',
              title: 'France',
              content: 'Paris is …',
              start_index: 0,
              end_index: 0,
            },
          },
        ],
      }),
      piece({}, 'stop'),
    ],
    expected: {
      text: 'It is Paris.',
      citations: [{ url: 'https://example.org/fr', title: 'France' }],
      finish: 'stop',
      usage: null,
    },
  },
  {
    id: 'any-citations-top',
    upstream: 'litellm',
    shape: 'citations, a list of addresses, beside choices',
    surface: 'openai',
    streamed: false,
    source: 'BerriAI/litellm#5313 (return_citations); perplexityai/api-discussion',
    body: whole({ content: 'It is Paris [1].' }, 'stop', {
      citations: ['https://example.org/fr'],
      search_results: [{ title: 'France', url: 'https://example.org/fr', date: null }],
    }),
    expected: {
      text: 'It is Paris [1].',
      citations: [{ url: 'https://example.org/fr' }],
      finish: 'stop',
      usage: COUNTED,
    },
  },
  {
    id: 'z-ai-web-search',
    upstream: 'z.ai',
    shape: 'web_search, the results that were used, beside choices',
    surface: 'openai',
    streamed: false,
    source: 'docs.z.ai/api-reference/llm/chat-completion (web_search)',
    body: whole({ content: 'It is Paris.' }, 'stop', {
      request_id: 'r1',
      web_search: [{ title: 'France', link: 'https://example.org/fr', content: 'Paris is …', refer: 'ref_1' }],
    }),
    expected: {
      text: 'It is Paris.',
      citations: [{ url: 'https://example.org/fr', title: 'France' }],
      finish: 'stop',
      usage: COUNTED,
    },
  },
];
