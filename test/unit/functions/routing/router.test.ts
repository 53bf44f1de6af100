import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyReply, type Operation, operation } from '../../../../functions/routing/operation.ts';
import { Router } from '../../../../functions/routing/router.ts';

/* Requirements: API8. */

const at = (method: 'GET' | 'POST' | 'DELETE', path: string, perProject = false): Operation =>
  operation({
    method,
    path,
    summary: 'for tests',
    access: 'user',
    perProject,
    success: { status: 200 },
    handle: async () => emptyReply(200),
  });

const router = new Router([
  at('GET', '/my'),
  at('GET', '/my/agents', true),
  at('POST', '/my/agents', true),
  at('POST', '/my/agents/templates', true),
  at('GET', '/my/agents/{agent}', true),
  at('GET', '/my/chat/sessions/{session_id}', true),
  at('GET', '/my/chat/{session_id}/messages', true),
  at('GET', '/my/projects/{project_id}'),
]);

const found = (method: string, path: string) => {
  const match = router.match(method, path);
  return match.kind === 'operation' ? { path: match.operation.path, params: match.params } : match;
};

describe('the router', () => {
  test('the router finds an operation by method and path, and its variables', () => {
    expect(found('GET', '/my/agents/scribe')).toEqual({ path: '/my/agents/{agent}', params: { agent: 'scribe' } });
  });

  test('the router mounts an operation per project a second time under the project', () => {
    expect(found('GET', '/my/projects/prj_1/agents/scribe')).toEqual({
      path: '/my/agents/{agent}',
      params: { project_id: 'prj_1', agent: 'scribe' },
    });
  });

  test('the router prefers a literal segment to a variable one', () => {
    expect(found('POST', '/my/agents/templates')).toMatchObject({ path: '/my/agents/templates' });
    expect(found('GET', '/my/chat/sessions/ses_1')).toMatchObject({ path: '/my/chat/sessions/{session_id}' });
  });

  test('the router tries the variable where the literal leads nowhere', () => {
    expect(found('GET', '/my/chat/sessions/messages')).toMatchObject({ path: '/my/chat/sessions/{session_id}' });
    expect(found('GET', '/my/chat/sessions/x/messages')).toEqual({ kind: 'nowhere' });
  });

  test('the router finds the root, and nothing in its place where there is none', () => {
    const withRoot = new Router([at('GET', '/'), at('GET', '/{any}')]);
    expect(withRoot.match('GET', '/')).toMatchObject({ kind: 'operation', operation: { path: '/' } });
    expect(withRoot.match('GET', '/my')).toMatchObject({ kind: 'operation', operation: { path: '/{any}' } });
    expect(found('GET', '/')).toEqual({ kind: 'nowhere' });
  });

  test('the router accepts one trailing slash and no more', () => {
    expect(found('GET', '/my/')).toMatchObject({ path: '/my' });
    expect(found('GET', '/my/agents/scribe/')).toMatchObject({ params: { agent: 'scribe' } });
    expect(found('GET', '/my/agents//')).toEqual({ kind: 'nowhere' });
  });

  test('the router names the allowed methods where the requested one is missing', () => {
    expect(found('DELETE', '/my/agents')).toEqual({ kind: 'wrong method', allow: ['GET', 'HEAD', 'OPTIONS', 'POST'] });
  });

  test('the router answers a preflight for every path there is', () => {
    expect(found('OPTIONS', '/my/agents')).toEqual({ kind: 'preflight', allow: ['GET', 'HEAD', 'OPTIONS', 'POST'] });
    expect(found('OPTIONS', '/nowhere')).toEqual({ kind: 'nowhere' });
  });

  test('the router decodes variables', () => {
    expect(found('GET', '/my/agents/a%20b')).toMatchObject({ params: { agent: 'a b' } });
  });

  test('the router finds nothing for a path with a broken escape', () => {
    expect(() => router.match('GET', '/my/agents/%E0%A4')).toThrow('There is nothing at this path.');
  });

  test.each([
    ['the same route twice', [at('GET', '/my/agents'), at('GET', '/my/agents')]],
    ['routes that differ in a variable’s name alone', [at('GET', '/my/a/{x}'), at('GET', '/my/a/{y}')]],
    ['a route that a project’s mount covers', [at('GET', '/my/agents', true), at('GET', '/my/projects/{p}/agents')]],
    ['one variable twice', [at('GET', '/my/{x}/{x}')]],
    ['an operation per project outside of /my', [at('GET', '/auth/x', true)]],
    ['a route with a trailing slash', [at('GET', '/my/')]],
    ['a segment that is half a variable', [at('GET', '/my/x{y}')]],
  ])('the router refuses %s when it is built', (_, operations) => {
    expect(() => new Router(operations)).toThrow();
  });

  test('the router finds every path that a template makes, with the values that made it', () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9_.~ -]{1,12}$/).filter((text) => !/^\.+$/.test(text));
    fc.assert(
      fc.property(segment, segment, (project, agent) => {
        fc.pre(agent !== 'templates');
        const path = `/my/projects/${encodeURIComponent(project)}/agents/${encodeURIComponent(agent)}`;
        expect(found('GET', path)).toEqual({ path: '/my/agents/{agent}', params: { project_id: project, agent } });
      }),
    );
  });
});
