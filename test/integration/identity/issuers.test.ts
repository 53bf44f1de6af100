/* Requirements: ID2, EV1. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { type Artel, request, startArtel } from '../../support/artel.ts';
import { AUDIENCE, type OidcIssuer, startOidcIssuer } from '../../support/oidc-issuer.ts';

let issuer: OidcIssuer;
let artel: Artel;
beforeAll(async () => {
  issuer = await startOidcIssuer();
  const trusted = [{ issuer: issuer.url, audience: [AUDIENCE], adminRoles: ['operator'] }];
  artel = await startArtel({
    environment: { [ENV.issuers]: JSON.stringify(trusted), [ENV.allowedHosts]: '127.0.0.1' },
  });
  artel.model.always({ text: 'Hello, too.' });
});
afterAll(async () => {
  await artel.stop();
  await issuer.stop();
});

const send = (token: string, method: string, path: string, body?: unknown) =>
  request(artel.cloud.url, method, path, body, { authorization: `Bearer ${token}` });

/** Opens a socket and says how that went. */
const opened = (query: string, headers: Record<string, string> = {}): Promise<'open' | 'refused'> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${artel.cloud.socketUrl}${query}`, { headers } as never);
    socket.onopen = () => {
      socket.close();
      resolve('open');
    };
    socket.onerror = () => resolve('refused');
  });

describe('a deployment that trusts another issuer, each function within its own role', () => {
  test.each([
    ['GET', '/my', 200],
    ['POST', '/my/chat/sessions', 201],
    ['GET', '/v1/models', 200],
    ['GET', '/admin/policies', 403],
  ])('a newcomer’s first request may be %s %s', async (method, path, status) => {
    const token = await issuer.token({ sub: `${method} ${path}` });
    const answer = await send(token, method, path, method === 'POST' ? {} : undefined);
    expect(answer.status).toBe(status);
    expect((await send(token, 'GET', '/my')).status).toBe(200);
  });

  test('an administrator of the issuer is one here', async () => {
    const token = await issuer.token({ sub: 'root', roles: ['operator'] });
    expect((await send(token, 'GET', '/admin/policies')).status).toBe(200);
  });

  test('an administrator finds the issuer’s people, and whoever is locked is refused at the next request', async () => {
    const root = await issuer.token({ sub: 'root', roles: ['operator'] });
    const carol = await issuer.token({ sub: 'carol', email: 'carol@example.org', email_verified: true });
    expect((await send(carol, 'GET', '/my')).status).toBe(200);
    const found = await send(root, 'GET', '/admin/users?email=carol@example.org');
    expect(found.body.items).toMatchObject([{ email: 'carol@example.org', roles: ['user'], locked: false }]);
    const [{ id }] = found.body.items as [{ id: string }];
    expect((await send(root, 'PATCH', `/admin/users/${id}`, { locked: true })).status).toBe(200);
    expect((await send(carol, 'GET', '/my')).status).toBe(403);
    expect((await send(root, 'PATCH', `/admin/users/${id}`, { locked: false })).status).toBe(200);
    expect((await send(carol, 'GET', '/my')).status).toBe(200);
  });

  test('an agent answers, its answer is streamed to its person and to nobody else, and a sign-out ends it all', async () => {
    const [alice, bob] = [await issuer.token({ sub: 'alice' }), await issuer.token({ sub: 'bob' })];
    await send(alice, 'POST', '/my/agents', { name: 'helper', system_prompt: 'Help.' });
    const { body: session } = await send(alice, 'POST', '/my/chat/sessions', {});
    const path = `/my/chat/${session.id}`;
    const said = await send(alice, 'POST', `${path}/message?wait=25`, { content: 'Hello.', target_agent: 'helper' });
    expect(said.body).toMatchObject({ run: { state: 'completed' } });
    const events = async (token: string) =>
      await fetch(`${artel.cloud.url}${path}/events?follow=false`, { headers: { authorization: `Bearer ${token}` } });
    expect(await (await events(alice)).text()).toContain('run_completed');
    expect((await events(bob)).status).toBe(404);
    expect((await events(await issuer.token({ sub: 'never seen' }))).status).toBe(404);

    const { body: ticket } = await send(alice, 'POST', '/my/socket-ticket');
    expect(await opened(`?ticket=${ticket.ticket}`)).toBe('open');
    expect(await opened(`?ticket=${ticket.ticket}`)).toBe('refused');
    const { body: late } = await send(alice, 'POST', '/my/socket-ticket');
    expect((await send(alice, 'POST', '/auth/logout')).status).toBe(204);
    expect(await opened(`?ticket=${late.ticket}`)).toBe('refused');
    expect((await events(alice)).status).toBe(401);
    expect((await send(alice, 'GET', '/v1/models')).status).toBe(401);
  });
});
