import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restApiOf } from '../../../../../../infra/local/services/api-gateway/rest/api.ts';
import { matchPath, methodOf } from '../../../../../../infra/local/services/api-gateway/rest/route.ts';
import { restApi } from '../../../../../integration/gateway/template.ts';

const { root } = restApiOf(
  restApi({
    'GET /': { function: 'f' },
    'ANY /my': { function: 'f' },
    'ANY /my/{proxy+}': { function: 'f' },
    'ANY /my/chat': { function: 'f' },
    'ANY /my/chat/sessions/{proxy+}': { function: 'f' },
    'POST /my/chat/{session_id}': { function: 'f' },
    'GET /my/chat/{session_id}/events': { function: 'events', stream: true },
    'ANY /my/chat/{session_id}/events': { function: 'f' },
  }),
)!;
const resourceOf = (path: string) => matchPath(root, path)?.node.path;

test.each([
  ['/', '/'],
  ['/my', '/my'],
  ['/my/', '/my'],
  ['/my/agents', '/my/{proxy+}'],
  ['/my/agents/a/b', '/my/{proxy+}'],
  ['/my/chat', '/my/chat'],
  ['/my/chat/ses_1', '/my/chat/{session_id}'],
  ['/my/chat/sessions', '/my/chat/sessions'],
  ['/my/chat/sessions/ses_1', '/my/chat/sessions/{proxy+}'],
  ['/my/chat/ses_1/events/', '/my/chat/{session_id}/events'],
  ['/my/chat/ses%2F1', '/my/chat/{session_id}'],
])('the path %s leads to %s', (path, resource) => {
  expect(resourceOf(path)).toBe(resource);
});

test.each(['/other', '/my/chat/ses_1/other', '/my/chat//events', '/my/chat/ses_1/events/more'])(
  'the path %s leads nowhere, although a greedy sibling above would fit',
  (path) => {
    expect(resourceOf(path)).toBeUndefined();
  },
);

test('a verb of its own comes before ANY, and a resource without either has no method', () => {
  const { node } = matchPath(root, '/my/chat/s/events')!;
  expect(methodOf(node, 'GET')?.functionName).toBe('events');
  expect(methodOf(node, 'DELETE')?.functionName).toBe('f');
  expect(methodOf(matchPath(root, '/my/chat/s')!.node, 'GET')).toBeUndefined();
});

const segment = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => text !== 'chat' && !/^\.{1,2}$/.test(text));

test('a greedy variable holds the rest of any path, decoded', () => {
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1 }), (segments) => {
      const match = matchPath(root, `/my/${segments.map(encodeURIComponent).join('/')}`);
      expect(match?.pathParameters).toEqual({ proxy: segments.join('/') });
    }),
  );
});

test('a variable holds any one segment, decoded, whatever it contains', () => {
  fc.assert(
    fc.property(
      segment.filter((text) => text !== 'sessions'),
      (text) => {
        const match = matchPath(root, `/my/chat/${encodeURIComponent(text)}`);
        expect(match?.pathParameters).toEqual({ session_id: text });
      },
    ),
  );
});
