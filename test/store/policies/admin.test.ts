import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY, systemClock } from '../../../shared/core/clock.ts';
import { ENV } from '../../../shared/core/environment.ts';
import { login } from '../../support/identity.ts';
import { answerTo, asking, restart } from '../../support/policies.ts';
import { call, deployedOver, inPolicies, MAIL } from './in-policies.ts';

/* Requirements: ID7, ID8, GW8. */

const here = inPolicies();
const deployed = () => deployedOver(here);
const asAdmin = (method: string, path: string, more: object = {}) => call(method, path, { token: here.admin, ...more });

beforeEach(restart);

/** Stores a list, whatever stood there, and answers its version. */
const configure = async (policies: object[], query: Record<string, string> = {}): Promise<number> => {
  const { version } = (await asAdmin('GET', '/admin/policies', { query })).body;
  const stored = await asAdmin('PUT', '/admin/policies', { query, body: { policies, version } });
  expect(stored.status).toBe(200);
  return stored.body.version;
};

describe('the policies of a deployment', () => {
  test('unconfigured policies replace personal data and change nothing else', async () => {
    const { body } = await asAdmin('GET', '/admin/policies');
    expect(body).toMatchObject({ version: 0 });
    expect(body.policies.map(({ kind, action, enabled }: Record<string, unknown>) => [kind, action, enabled])).toEqual([
      ['injection', 'record', true],
      ['secrets', 'record', true],
      ['pii', undefined, true],
    ]);
  });

  test('a deployment whose settings say so replaces no personal data until an administrator decides it', async () => {
    vi.stubEnv(ENV.piiRedaction, 'off');
    const { body } = await asAdmin('GET', '/admin/policies');
    vi.unstubAllEnvs();
    expect(body.policies.at(-1)).toMatchObject({ kind: 'pii', enabled: false });
  });

  test('the deployment’s policies can be read and changed by administrators only, in person', async () => {
    const paths = [
      ['GET', '/admin/policies'],
      ['PUT', '/admin/policies'],
      ['POST', '/admin/policies/test'],
      ['GET', '/admin/calls'],
      ['GET', '/admin/calls/cal_01ZZZZZZZZZZZZZZZZZZZZZZZZ/diff'],
      ['GET', '/admin/blocks'],
    ] as const;
    const key = await call('POST', '/my/keys', { token: here.admin, body: { name: 'a key' } });
    for (const [method, path] of paths) {
      expect((await call(method, path, { token: here.alice.token })).status).toBe(403);
      expect((await call(method, path)).status).toBe(401);
      expect((await call(method, path, { token: key.body.key })).status).toBe(403);
    }
  });

  test('the deployment’s policies can be switched while calls run, and the switch is in the audit log', async () => {
    here.model.always({ text: 'ok' });
    const over = deployed();
    const sent = () => JSON.stringify(here.model.requests.at(-1)?.body.messages);
    await answerTo(over, asking(here.alice.id, MAIL, { session: 'ses_live' }));
    expect(sent()).not.toContain(MAIL);
    await configure([]);
    await answerTo(over, asking(here.alice.id, MAIL, { session: 'ses_live' }));
    expect(sent()).toContain(MAIL);
    const version = await configure([{ kind: 'pii', name: 'personal-data' }]);
    await answerTo(over, asking(here.alice.id, MAIL, { session: 'ses_live' }));
    expect(sent()).not.toContain(MAIL);
    const { body } = await call('GET', '/my/audit', { token: here.admin });
    expect(body.items[0]).toMatchObject({ action: 'policies_changed', target: `deployment version ${version}` });
    await configure([]);
    await answerTo(over, asking(here.alice.id, MAIL, { session: 'ses_live' }));
    expect(sent()).toContain(MAIL);
  });

  test('two administrators cannot overwrite each other’s change of the policies', async () => {
    const { version } = (await asAdmin('GET', '/admin/policies')).body;
    const body = { policies: [], version };
    expect((await asAdmin('PUT', '/admin/policies', { body })).status).toBe(200);
    const late = await asAdmin('PUT', '/admin/policies', { body });
    expect(late.status).toBe(409);
    expect(late.body.detail).toContain(`version ${version + 1}`);
  });

  test.each([
    ['code', [{ kind: 'code', name: 'x', source: '1' }]],
    ['an unknown field', [{ kind: 'log', name: 'x', load: './policy.js' }]],
    ['a pattern that is none', [{ kind: 'replace', name: 'x', rules: [{ pattern: '(', with: '' }] }]],
  ])('policies with %s are refused and change nothing', async (_what, policies) => {
    const before = (await asAdmin('GET', '/admin/policies')).body;
    const answer = await asAdmin('PUT', '/admin/policies', { body: { policies, version: before.version } });
    expect(answer.status).toBe(422);
    expect((await asAdmin('GET', '/admin/policies')).body).toEqual(before);
  });
});

describe('policies of one user', () => {
  test('policies of one user join the deployment’s, replace those of the same name, and affect no one else', async () => {
    here.model.always({ text: 'ok' });
    await configure([{ kind: 'models', name: 'models', allow: ['none'] }]);
    await configure([{ kind: 'models', name: 'models', allow: ['scripted'] }], { user_id: here.alice.id });
    expect((await answerTo(deployed(), asking(here.alice.id, 'Hi'))).text).toBe('ok');
    await expect(answerTo(deployed(), asking(here.bob.id, 'Hi'))).rejects.toMatchObject({ status: 403 });
    const { body } = await call('GET', '/my/audit', { token: here.alice.token });
    expect(body.items[0]).toMatchObject({ action: 'policies_changed' });
    await configure([], { user_id: here.alice.id });
    await configure([]);
  });

  test('policies of a user who does not exist are not found', async () => {
    expect((await asAdmin('GET', '/admin/policies', { query: { user_id: 'nobody' } })).status).toBe(404);
  });
});

describe('a rehearsal', () => {
  const policies = [
    { kind: 'replace', name: 'words', on: 'both', rules: [{ find: 'Falcon', with: 'Sparrow' }] },
    { kind: 'pii', name: 'personal-data' },
  ];

  test('a dry run shows what would be sent, answered and decided, without a model', async () => {
    const before = here.model.requests.length;
    const body = {
      policies,
      messages: [{ role: 'user', content: `Tell ${MAIL} of Falcon` }],
      answer: 'Told <EMAIL_1> of Falcon.',
    };
    const answer = await asAdmin('POST', '/admin/policies/test', { body });
    expect(answer.body).toMatchObject({
      outcome: 'answered',
      sent: { messages: [{ content: 'Tell <EMAIL_1> of Sparrow' }] },
      answer: { text: `Told ${MAIL} of Sparrow.`, calls: [] },
    });
    expect(answer.body.decisions.map(({ policy, phase }: Record<string, string>) => `${policy} ${phase}`)).toEqual([
      'words request',
      'personal-data request',
      'words response',
      'personal-data response',
    ]);
    expect(here.model.requests.length).toBe(before);
  });

  test('a dry run says when the call would be refused', async () => {
    const body = {
      policies: [{ kind: 'models', name: 'm', allow: ['x'] }],
      model: 'y',
      messages: [{ role: 'user', content: 'Hi' }],
    };
    const answer = await asAdmin('POST', '/admin/policies/test', { body });
    expect(answer.body).toMatchObject({ outcome: 'refused', detail: expect.stringContaining('"y"') });
  });
});

describe('what an administrator looks at', () => {
  type Entry = { action: string; target?: string; source_ip?: string };
  const newest = async (token: string): Promise<Entry> => (await call('GET', '/my/audit', { token })).body.items[0];

  test.each([
    ['a user’s own policies', '/admin/policies', 'policies_read'],
    ['the figures of a user’s sessions', '/admin/blocks', 'blocks_read'],
  ])('an administrator’s look at %s is audited for the administrator and for the user', async (_, path, action) => {
    expect((await asAdmin('GET', path, { query: { user_id: here.alice.id } })).status).toBe(200);
    expect(await newest(here.admin)).toMatchObject({ action, target: here.alice.id, source_ip: expect.any(String) });
    const told = await newest(here.alice.token);
    expect(told).toMatchObject({ action, target: here.alice.id });
    expect(told).not.toHaveProperty('source_ip');
  });

  test('an administrator’s look that concerns no user is audited for the administrator alone', async () => {
    const before = await newest(here.alice.token);
    await asAdmin('GET', '/admin/calls', { query: { day: '2026-11-01' } });
    expect(await newest(here.admin)).toMatchObject({ action: 'calls_listed', target: '2026-11-01' });
    expect(await newest(here.alice.token)).toEqual(before);
  });
});

describe('the record of a call', () => {
  test('the record of a call shows who, what and the difference, and the user sees in the audit log that an administrator looked', async () => {
    await configure([{ kind: 'pii', name: 'personal-data' }]);
    here.model.always({ text: 'Hello <EMAIL_1>' });
    await answerTo(deployed(), asking(here.alice.id, `I am ${MAIL}`, { session: 'ses_record' }));
    const list = await asAdmin('GET', '/admin/calls', { query: { limit: '1' } });
    const [record] = list.body.items;
    expect(record).toMatchObject({
      user_id: here.alice.id,
      session_id: 'ses_record',
      model: 'scripted',
      outcome: 'answered',
    });
    expect(list.text).not.toContain(MAIL);
    const diff = await asAdmin('GET', `/admin/calls/${record.id}/diff`);
    expect(diff.body.changes).toEqual([
      {
        policy: 'personal-data',
        phase: 'request',
        place: 'messages[0].content',
        before: `I am ${MAIL}`,
        after: 'I am <EMAIL_1>',
      },
      { policy: 'personal-data', phase: 'response', place: 'text', before: 'Hello <EMAIL_1>', after: `Hello ${MAIL}` },
    ]);
    const { body } = await call('GET', '/my/audit', { token: here.alice.token });
    expect(body.items[0]).toMatchObject({ action: 'call_read', target: record.id });
    await configure([]);
  });

  test('a record is also written of calls that were refused or broke off', async () => {
    await configure([
      { kind: 'log', name: 'log' },
      { kind: 'models', name: 'models', allow: ['scripted'] },
    ]);
    await answerTo(deployed(), asking(here.alice.id, 'Hi', { model: 'other' })).catch(() => undefined);
    here.model.script({ text: 'one two three four', cut: 2 });
    await answerTo(deployed(), asking(here.alice.id, 'Hi')).catch(() => undefined);
    const { body } = await asAdmin('GET', '/admin/calls', { query: { limit: '2' } });
    expect(body.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['failed', 'refused']);
    await configure([]);
  });

  test('no record is made of a call about which nothing was decided', async () => {
    const count = async () => (await asAdmin('GET', '/admin/calls', { query: { limit: '100' } })).body.items.length;
    const before = await count();
    here.model.always({ text: 'ok' });
    await answerTo(deployed(), asking(here.alice.id, 'Hi'));
    expect(await count()).toBe(before);
  });

  test.each(['cal_01ZZZZZZZZZZZZZZZZZZZZZZZZ', 'ses_01ZZZZZZZZZZZZZZZZZZZZZZZZ', 'x'])(
    'the record %s is not found',
    async (id) => {
      expect((await asAdmin('GET', `/admin/calls/${id}/diff`)).status).toBe(404);
    },
  );

  test('the records of a day are paged', async () => {
    const first = await asAdmin('GET', '/admin/calls', { query: { limit: '1' } });
    const second = await asAdmin('GET', '/admin/calls', { query: { limit: '1', cursor: first.body.next_cursor } });
    expect(second.body.items[0].id < first.body.items[0].id).toBe(true);
    expect((await asAdmin('GET', '/admin/calls', { query: { day: '2020-01-01' } })).body.items).toEqual([]);
  });

  test('calls and API keys are listed from either end, and so is the audit trail', async () => {
    for (const name of ['one', 'two', 'three']) await asAdmin('POST', '/my/keys', { body: { name } });
    for (const path of ['/admin/calls', '/my/keys', '/my/audit']) {
      const listed = async (order: string) => {
        const query = { order, limit: '100', ...(path === '/my/audit' && { action: 'api_key_created' }) };
        return (await asAdmin('GET', path, { query })).body.items;
      };
      const oldestFirst = await listed('asc');
      expect(oldestFirst.length, path).toBeGreaterThan(1);
      expect(await listed('desc'), path).toEqual(oldestFirst.toReversed());
    }
  });

  test("after midnight the pages of today's calls go on with the day they began with", async () => {
    const first = await asAdmin('GET', '/admin/calls', { query: { limit: '1' } });
    const tomorrow = Date.now() + DAY;
    const clock = vi.spyOn(systemClock, 'now').mockImplementation(() => tomorrow);
    const token = (await login('root')).body.access_token;
    const query = { limit: '1', cursor: first.body.next_cursor };
    const second = await call('GET', '/admin/calls', { token, query });
    clock.mockRestore();
    expect(second.body.items).toHaveLength(1);
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
  });
});
