import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY, systemClock } from '../../../shared/core/clock.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { queryAll, ranges } from '../../../shared/store/index.ts';
import { login } from '../../support/identity.ts';
import { answerTo, asking, restart } from '../../support/policies.ts';
import { call, deployedOver, inPolicies, MAIL, NO_FALCON } from './in-policies.ts';

/* Requirements: GW2, GW3, GW8, ID5. */

const here = inPolicies();
const PII = { kind: 'pii', name: 'personal-data' };

const deployed = () => deployedOver(here);

beforeEach(async () => {
  restart();
  here.model.always({ text: 'ok' });
  await decide([PII]);
});

const decide = async (policies: object[], more: object = {}): Promise<void> => {
  const { version } = (await call('GET', '/admin/policies', { token: here.admin })).body;
  const stored = await call('PUT', '/admin/policies', { token: here.admin, body: { policies, version, ...more } });
  expect(stored.status).toBe(200);
};
const tryOut = (body: object, token = here.alice.token) => call('POST', '/my/policies/test', { token, body });
const said = (content: string) => [{ role: 'user', content }];
const everythingOf = async (id: string): Promise<unknown[]> => {
  const items: unknown[] = [];
  for await (const item of queryAll(ranges.user(authenticated({ userId: id })))) items.push(item);
  return items;
};

describe('a person’s rehearsal', () => {
  test('shows what own and imposed policies together would do, asks no model and stores nothing', async () => {
    const [asked, before] = [here.model.requests.length, await everythingOf(here.alice.id)];
    const { status, body } = await tryOut({
      policies: [NO_FALCON],
      messages: said(`Tell ${MAIL} of Falcon`),
      answer: 'Told <EMAIL_1> of Falcon.',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'answered',
      sent: { messages: [{ content: 'Tell <EMAIL_1> of [removed]' }] },
      answer: { text: `Told ${MAIL} of [removed].`, calls: [] },
      not_tried: [],
    });
    expect(body.decisions.map(({ policy, phase }: Record<string, string>) => `${policy} ${phase}`)).toEqual([
      'personal-data request',
      'own:names request',
      'personal-data response',
      'own:names response',
    ]);
    expect(body.details.changes[0]).toMatchObject({
      before: `Tell ${MAIL} of Falcon`,
      after: 'Tell <EMAIL_1> of Falcon',
    });
    expect(here.model.requests.length).toBe(asked);
    expect(await everythingOf(here.alice.id)).toEqual(before);
  });

  test('without a list tries what is stored, and another person’s is tried by nobody else', async () => {
    const { version } = (await call('GET', '/my/policies', { token: here.alice.token })).body;
    const own = { policies: [NO_FALCON], version };
    expect((await call('PUT', '/my/policies', { token: here.alice.token, body: own })).status).toBe(200);
    const sentFor = async (token: string) => (await tryOut({ messages: said('Falcon') }, token)).body.sent.messages;
    expect(await sentFor(here.alice.token)).toEqual(said('[removed]'));
    expect(await sentFor(here.bob.token)).toEqual(said('Falcon'));
  });

  test('refuses what storing it would refuse, each entry by its place', async () => {
    await decide([PII], { user_may: { add: ['replace'] } });
    const words = { kind: 'replace', name: 'words', rules: [{ find: 'a', with: 'b' }] };
    const judge = { kind: 'judge', name: 'judge', question: 'The text is rude.' };
    const refused = await tryOut({ policies: [judge, words], switched_off: ['personal-data'], messages: said('a') });
    expect([refused.status, refused.body.errors.map(({ path }: { path: string }) => path)]).toEqual([
      422,
      ['policies.0.kind', 'policies.1.rules.0.with', 'switched_off.0'],
    ]);
    const pattern = { kind: 'replace', name: 'x', rules: [{ pattern: '(', with: '[removed]' }] };
    expect((await tryOut({ policies: [pattern], messages: said('a') })).body.errors[0].path).toBe('policies.0.rules');
  });

  test('takes away what is offered for switching off, and says which policies it could not try', async () => {
    await decide([{ kind: 'judge', name: 'polite', question: 'The text is rude.' }, PII], {
      user_may: { switch_off: ['personal-data'], add: ['answers'] },
    });
    const answers = { kind: 'answers', name: 'again' };
    const { body } = await tryOut({ policies: [answers], switched_off: ['personal-data'], messages: said(MAIL) });
    expect(body).toMatchObject({ sent: { messages: said(MAIL) }, not_tried: ['polite', 'own:again'] });
  });

  test('says when a call would be refused', async () => {
    const policies = [{ kind: 'models', name: 'm', allow: ['x'] }];
    const { body } = await tryOut({ policies, model: 'y', messages: said('Hi') });
    expect(body).toMatchObject({ outcome: 'refused', detail: expect.stringContaining('"y"') });
  });
});

describe('a person’s own calls', () => {
  const asAlice = (path: string, query: Record<string, string> = {}) =>
    call('GET', path, { token: here.alice.token, query });
  const newest = async () => (await asAlice('/my/calls', { limit: '1' })).body.items[0];

  test('are listed without contents, with before and after one by one, and are not found by anybody else', async () => {
    here.model.always({ text: 'Hello <EMAIL_1>' });
    await answerTo(deployed(), asking(here.alice.id, `I am ${MAIL}`, { session: 'ses_mine' }));
    const list = await asAlice('/my/calls');
    expect(list.text).not.toContain(MAIL);
    expect(list.body.items[0]).toMatchObject({ user_id: here.alice.id, session_id: 'ses_mine', outcome: 'answered' });
    const path = `/my/calls/${list.body.items[0].id}/diff`;
    expect((await asAlice(path)).body).toMatchObject({
      call: list.body.items[0],
      changes: [
        { policy: 'personal-data', phase: 'request', before: `I am ${MAIL}`, after: 'I am <EMAIL_1>' },
        { policy: 'personal-data', phase: 'response', before: 'Hello <EMAIL_1>', after: `Hello ${MAIL}` },
      ],
      truncated: false,
    });
    const bobs = await call('GET', path, { token: here.bob.token });
    const nobodys = await call('GET', '/my/calls/cal_01ZZZZZZZZZZZZZZZZZZZZZZZZ/diff', { token: here.bob.token });
    expect([bobs.status, bobs.body.detail]).toEqual([404, nobodys.body.detail]);
    expect((await call('GET', '/my/calls', { token: here.bob.token })).body.items).toEqual([]);
    expect((await call('GET', path)).status).toBe(401);
  });

  test('do not show what an imposed policy took out of an answer', async () => {
    await decide([
      { kind: 'replace', name: 'unsaid', on: 'response', rules: [{ find: 'Nightingale', with: '[…]' }] },
      PII,
    ]);
    here.model.always({ text: 'It is Nightingale' });
    await answerTo(deployed(), asking(here.alice.id, 'What is it?'));
    const own = await asAlice(`/my/calls/${(await newest()).id}/diff`);
    expect(own.text).not.toContain('Nightingale');
    expect(own.body.changes).toEqual([{ policy: 'unsaid', phase: 'response', place: 'text' }]);
    const administrators = await call('GET', `/admin/calls/${(await newest()).id}/diff`, { token: here.admin });
    expect(administrators.text).toContain('Nightingale');
  });

  test('are paged from either end, and gone after thirty days', async () => {
    for (const text of ['one', 'two']) await answerTo(deployed(), asking(here.alice.id, `${text} ${MAIL}`));
    const all = (await asAlice('/my/calls')).body.items;
    expect(all.length).toBeGreaterThan(2);
    expect((await asAlice('/my/calls', { order: 'asc' })).body.items).toEqual(all.toReversed());
    const first = await asAlice('/my/calls', { limit: '1' });
    const second = await asAlice('/my/calls', { limit: '1', cursor: first.body.next_cursor });
    expect(second.body.items).toEqual([all[1]]);
    const later = Date.now() + 31 * DAY;
    const clock = vi.spyOn(systemClock, 'now').mockImplementation(() => later);
    const token = (await login('alice')).body.access_token;
    const [list, one] = [
      await call('GET', '/my/calls', { token }),
      await call('GET', `/my/calls/${all[0].id}/diff`, { token }),
    ];
    clock.mockRestore();
    expect([list.body.items, one.status]).toEqual([[], 404]);
  });
});
