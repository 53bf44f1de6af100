import * as z from 'zod';
import { wordsSchema } from '../../shared/core/words.ts';
import {
  publishedKeys,
  refresh,
  register,
  type Session,
  signIn,
  signingKey,
  signOut,
  userSchema,
} from '../../shared/identity/index.ts';
import { bearerToken } from '../routing/credentials.ts';
import { emailSchema as email } from '../routing/email.ts';
import { emptyReply, operation, type RequestFacts, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { cacheable, UNCHANGED } from '../routing/reply/cacheable.ts';
import { accountOperations } from './account.ts';
import { deviceCookie, deviceTokenOf, expiredRefreshCookie, refreshCookie, refreshTokenOf } from './cookies.ts';
import { newPassword, shownPassword, token } from './fields.ts';
import { leaveOperations } from './leave.ts';
import { linkPageOperations } from './link-page.ts';
import { notificationsPageOperations } from './notifications-page.ts';
import { signInOperations } from './sign-ins.ts';

const sessionSchema = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.number().int(),
    user: userSchema,
  })
  .meta({ id: 'SignedIn' });

const signedIn = (request: RequestFacts, { accessToken, expiresIn, refreshToken, deviceToken, user }: Session) =>
  reply(
    200,
    { access_token: accessToken, token_type: 'Bearer' as const, expires_in: expiresIn, user },
    { cookies: [refreshCookie(request, refreshToken), deviceCookie(request, deviceToken)] },
  );

/** Verifiers may keep the keys for five minutes: far less than the 30 days a new key lives beside the old one. */
const KEYS_MAX_AGE_SECONDS = 300;

export const authOperations = [
  operation({
    method: 'POST',
    path: '/auth/register',
    summary: 'Registers a user: anybody, only with an invitation, or nobody, as the deployment says (403).',
    access: 'public',
    body: z
      .object({
        email,
        password: newPassword,
        display_name: wordsSchema(100).optional(),
        /** Taken from an invitation; needed where registration is by invitation. */
        invitation: token.optional(),
      })
      .meta({ id: 'Registration' }),
    success: { status: 201, schema: z.object({ user: userSchema }) },
    errors: [403, 409, 429],
    handle: async ({ body: { display_name, ...account }, request }) => {
      const user = await register({ ...account, displayName: display_name }, originOf(request));
      return reply(201, { user });
    },
  }),
  operation({
    method: 'POST',
    path: '/auth/login',
    summary:
      'Signs in: an access token for 15 minutes, a refresh cookie, and one by which the device is known next time. 403 `confirmation_required` where the e-mail address has to be confirmed first; a link is mailed.',
    access: 'public',
    body: z.object({ email, password: shownPassword }).meta({ id: 'Credentials' }),
    success: { status: 200, schema: sessionSchema },
    errors: [401, 403, 423, 429],
    handle: async ({ body, request }) =>
      signedIn(request, await signIn({ ...body, deviceToken: deviceTokenOf(request) }, originOf(request))),
  }),
  operation({
    method: 'POST',
    path: '/auth/refresh',
    summary: 'Exchanges the refresh cookie for a new access token and a new cookie.',
    access: 'public',
    success: { status: 200, schema: sessionSchema },
    errors: [401, 403],
    handle: async ({ request }) => {
      const tokens = { refreshToken: refreshTokenOf(request), deviceToken: deviceTokenOf(request) };
      return signedIn(request, await refresh(tokens, originOf(request)));
    },
  }),
  operation({
    method: 'POST',
    path: '/auth/logout',
    summary: 'Signs out: revokes the refresh cookie and its access tokens, and closes their sockets.',
    access: 'public',
    success: { status: 204 },
    errors: [401],
    handle: async ({ request }) => {
      const accessToken = bearerToken(request.headers.authorization);
      await signOut({ refreshToken: refreshTokenOf(request), accessToken }, originOf(request));
      return emptyReply(204, { cookies: [expiredRefreshCookie(request)] });
    },
  }),
  operation({
    method: 'GET',
    path: '/auth/.well-known/jwks.json',
    summary: 'The public keys that access tokens are signed with.',
    access: 'public',
    success: { status: 200, schema: z.object({ keys: z.array(z.record(z.string(), z.string())) }) },
    otherSuccesses: [UNCHANGED],
    handle: async ({ request }) => {
      // Reading the signing key sees to it that it is published.
      await signingKey();
      return cacheable(request, { keys: await publishedKeys() }, { maxAgeSeconds: KEYS_MAX_AGE_SECONDS });
    },
  }),
  ...accountOperations,
  ...linkPageOperations,
  ...notificationsPageOperations,
  ...signInOperations,
  ...leaveOperations,
];
