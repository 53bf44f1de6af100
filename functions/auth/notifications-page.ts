import * as z from 'zod';
import { namedInLink } from '../../shared/identity/index.ts';
import { unsubscribe } from '../../shared/notifications/index.ts';
import { operation, reply } from '../routing/operation.ts';

const query = z.object({ user: z.string().max(64), token: z.string().max(64) });
const HTML = 'text/html; charset=utf-8';
const HEADERS = {
  'content-type': HTML,
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};
const page = (inside: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mails about events</title></head><body><h1>Mails about events</h1>${inside}</body></html>`;

/** Nothing happens before the button is pressed: programs that look through mails open links. It posts to the page's own address. */
const ASK = page('<form method="post"><button>Send me no more of these mails</button></form>');
/** The same for whoever is known and whoever is not. */
const DONE = page('<p>You get no more of these mails.</p>');

const success = { status: 200, schema: z.string(), contentType: HTML };

export const notificationsPageOperations = [
  operation({
    method: 'GET',
    path: '/auth/notifications',
    summary: 'The page that the link in mails about events leads to.',
    access: 'public',
    query,
    success,
    handle: async () => reply(200, ASK, { headers: HEADERS }),
  }),
  operation({
    method: 'POST',
    path: '/auth/notifications',
    summary:
      'Ends mails about events, by one click in a mail program (RFC 8058) or on the page. The answer is the same for anybody.',
    access: 'public',
    query,
    bodyType: 'text',
    body: z.string().max(1_000).optional().meta({ id: 'OneClick' }),
    success,
    handle: async ({ query: { user, token } }) => {
      await unsubscribe(namedInLink(user), token);
      return reply(200, DONE, { headers: HEADERS });
    },
  }),
];
