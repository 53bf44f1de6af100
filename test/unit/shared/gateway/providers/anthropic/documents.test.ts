import { describe, expect, test } from 'vitest';
import type { ContentPart } from '../../../../../../shared/gateway/index.ts';
import { messageRequest } from '../../../../../../shared/gateway/providers/anthropic/request.ts';
import { callOf, NEW } from './asking.ts';

/* Requirements: GW1. G26: documents towards an upstream of Anthropic's API. */

const sent = (parts: ContentPart[], model = NEW) =>
  messageRequest(callOf({ model, messages: [{ role: 'user', content: parts }] }), {
    baseUrl: 'https://api.anthropic.com',
    apiKey: '',
  }).messages;
const shown = (block: object) => [{ role: 'user', content: [block] }];
const document = (source: Extract<ContentPart, { type: 'document' }>['source'], more: object = {}): ContentPart => ({
  type: 'document',
  source,
  ...more,
});

describe('a document for Claude', () => {
  test.each([
    [
      'a PDF',
      { url: 'data:application/pdf;base64,JVBERi0=' },
      { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0=' },
    ],
    ['a PDF by URL', { url: 'https://example.com/a.pdf' }, { type: 'url', url: 'https://example.com/a.pdf' }],
    ['a text', { passages: ['It rains.'] }, { type: 'text', media_type: 'text/plain', data: 'It rains.' }],
    [
      'passages',
      { passages: ['It rains.', ' ', 'It snows.'] },
      {
        type: 'content',
        content: [
          { type: 'text', text: 'It rains.' },
          { type: 'text', text: 'It snows.' },
        ],
      },
    ],
  ])('G26: %s stays what it is, with its title and context', (_, source, block) => {
    const about = { title: 'Notes', context: 'From Monday.' };
    expect(sent([document(source, about)])).toEqual(shown({ type: 'document', source: block, ...about }));
  });

  test('G26: the end of a cached prefix may be a document', () => {
    expect(sent([document({ passages: ['It rains.'] }, { cache: { ttl: '1h' } })])).toMatchObject(
      shown({ type: 'document', cache_control: { type: 'ephemeral', ttl: '1h' } }),
    );
  });

  test('G26: a document without text is left out, as a blank text is', () => {
    expect(sent([document({ passages: [' '] }), { type: 'text', text: 'Hello' }])).toEqual([
      { role: 'user', content: 'Hello' },
    ]);
  });
});

test('G26: another maker’s model behind this API gets a document of text as text', () => {
  expect(sent([document({ passages: ['It rains.'] }, { title: 'Notes' })], 'glm-5')).toEqual([
    { role: 'user', content: 'Notes\nIt rains.' },
  ]);
});
