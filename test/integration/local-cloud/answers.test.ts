import { expect, test } from 'vitest';
import { errorSchema } from '../../../functions/routing/description/answers.ts';
import { settingsFor } from '../../../infra/settings/index.ts';
import { sha256 } from '../../../shared/core/digest.ts';
import { inArtel } from '../../support/in-artel.ts';

const here = inArtel();
const { allowedOrigins } = settingsFor('dev');
const STRANGER = 'https://stranger.example';

const ask = (path: string, origin: string, init: RequestInit = {}) =>
  fetch(`${here.artel.cloud.url}${path}`, { ...init, headers: { origin, ...init.headers } });

const corsOf = ({ headers }: Response) => ({
  origin: headers.get('access-control-allow-origin'),
  credentials: headers.get('access-control-allow-credentials'),
});

test.each([
  '/nowhere',
  '/nowhere/deeper',
  '/health/deeper',
  '/openapi.json/deeper',
  '/my/docs/deeper',
  '/console/assets/none.js',
  '/console/chat/ses_1/deeper',
  '/my/chat/ses_1/events/deeper',
])(
  'the unknown path %s answers 404 in the shape of every error, readable from each configured origin',
  async (path) => {
    expect(allowedOrigins.length).toBeGreaterThan(1);
    for (const origin of allowedOrigins) {
      const answer = await ask(path, origin);
      expect(answer.status).toBe(404);
      expect(corsOf(answer)).toEqual({ origin, credentials: 'true' });
      const body = errorSchema.parse(await answer.json());
      expect(body).toMatchObject({ error_code: 'not_found', request_id: answer.headers.get('x-request-id') });
      expect(body.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
    expect(corsOf(await ask(path, STRANGER))).toEqual({ origin: null, credentials: null });
  },
);

test('a request too large for the gateway answers 413 in the shape of every error, readable from any page', async () => {
  const before = Date.now();
  const answer = await ask('/v1/chat/completions', STRANGER, { method: 'POST', body: 'x'.repeat(11 * 1024 * 1024) });
  expect(answer.status).toBe(413);
  expect(corsOf(answer)).toEqual({ origin: '*', credentials: null });
  const body = errorSchema.parse(await answer.json());
  expect(body).toMatchObject({
    error_code: 'payload_too_large',
    detail: 'The request is too large: no path takes a body of more than 4718592 bytes.',
  });
  const answeredAt = new Date(body.timestamp).getTime();
  expect(answeredAt).toBeGreaterThanOrEqual(before);
  expect(answeredAt).toBeLessThanOrEqual(Date.now());
  expect(answer.headers.get('access-control-expose-headers')).toContain('x-request-id');
});

test('the document and its page are served at their paths to callers without a token', async () => {
  const document = await ask('/openapi.json', STRANGER);
  expect(document.status).toBe(200);
  const { paths } = (await document.json()) as { paths: Record<string, unknown> };
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/auth/login', '/my/agents', '/my/docs', '/admin/policies', '/v1/models', '/ready']),
  );
  const page = await ask('/my/docs', STRANGER);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
});

test.each(['br', 'gzip', 'identity'])(
  'the script of the page is the same whether it is sent as %s, and each has a tag of its own',
  async (coding) => {
    const [, script = ''] = /src="([^"]+)"/.exec(await (await ask('/my/docs', STRANGER)).text()) ?? [];
    const answer = await ask(script, STRANGER, { headers: { 'accept-encoding': coding } });
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([
      200,
      coding === 'identity' ? null : coding,
    ]);
    expect(answer.headers.get('vary')).toBe('accept-encoding, origin');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const text = await answer.text();
    expect(script).toContain(sha256(text).slice(0, 16));
    const again = { 'accept-encoding': coding, 'if-none-match': answer.headers.get('etag') ?? '' };
    expect((await ask(script, STRANGER, { headers: again })).status).toBe(304);
  },
);

test('a preflight for the events of a session is answered by the function that streams them', async () => {
  const [origin = ''] = allowedOrigins;
  const answer = await ask('/my/chat/ses_1/events', origin, { method: 'OPTIONS' });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
  expect(answer.headers.get('access-control-allow-headers')).toContain('last-event-id');
  const posted = await ask('/my/chat/ses_1/events', origin, { method: 'POST' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
});

test('HEAD for the events of a session checks the request and opens no stream', async () => {
  const { session } = await here.alice.chat();
  const headers = { authorization: `Bearer ${here.alice.token}` };
  const answer = await ask(`/my/chat/${session}/events`, STRANGER, { method: 'HEAD', headers });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  const audit = await here.operator.itemsOf(`AUDIT#${here.alice.id}`);
  expect(audit.filter(({ action }) => action === 'stream_opened')).toEqual([]);
});
