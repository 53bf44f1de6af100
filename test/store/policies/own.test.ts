import { beforeEach, describe, expect, test } from 'vitest';
import { answerTo, asking, restart } from '../../support/policies.ts';
import { call, deployedOver, inPolicies, MAIL, NO_FALCON } from './in-policies.ts';

/* Requirements: GW2, GW3, GW8. */

const here = inPolicies();
const deployed = () => deployedOver(here);

beforeEach(async () => {
  restart();
  here.model.always({ text: 'ok' });
  await decide([{ kind: 'pii', name: 'personal-data' }], {});
  if ((await mine()).version > 0) await set({});
});

/** An administrator stores a list, whatever stood there. */
const decide = async (policies: object[], more: object, query: Record<string, string> = {}): Promise<void> => {
  const { version } = (await call('GET', '/admin/policies', { token: here.admin, query })).body;
  const body = { policies, version, ...more };
  const stored = await call('PUT', '/admin/policies', { token: here.admin, query, body });
  expect(stored.status).toBe(200);
};
const mine = async () => (await call('GET', '/my/policies', { token: here.alice.token })).body;
const set = async (body: object) =>
  call('PUT', '/my/policies', {
    token: here.alice.token,
    body: { policies: [], version: (await mine()).version, ...body },
  });
const sentFor = async (content: string): Promise<string> => {
  await answerTo(deployed(), asking(here.alice.id, content, { session: 'ses_own' }));
  return JSON.stringify(here.model.requests.at(-1)?.body.messages);
};

describe('a person’s own policies', () => {
  test('a person sees what is imposed on them, what they may change, and that they have set nothing', async () => {
    await decide([{ kind: 'replace', name: 'secret-names', rules: [{ find: 'Nightingale', with: 'N' }] }], {});
    const answer = await call('GET', '/my/policies', { token: here.alice.token });
    expect(answer.body).toMatchObject({
      imposed: [{ name: 'secret-names', kind: 'replace', on: 'request', enabled: true, may_switch_off: false }],
      user_may: {
        add: ['models', 'replace', 'tools', 'judge', 'injection', 'secrets', 'pii', 'answers'],
        switch_off: [],
      },
      policies: [],
      switched_off: [],
      version: 0,
    });
    expect(answer.text).not.toContain('Nightingale');
  });

  test('what a person adds holds for their next call, beside what is imposed, and for nobody else', async () => {
    expect(await sentFor('Falcon')).toContain('Falcon');
    expect(await set({ policies: [NO_FALCON] })).toMatchObject({ status: 200, body: { policies: [NO_FALCON] } });
    expect(await sentFor(`Falcon of ${MAIL}`)).toContain('"[removed] of <EMAIL_1>"');
    await answerTo(deployed(), asking(here.bob.id, 'Falcon'));
    expect(JSON.stringify(here.model.requests.at(-1)?.body)).toContain('Falcon');
  });

  test('what a person adds holds in a container that knows what they had before', async () => {
    const before = deployed();
    await answerTo(before, asking(here.alice.id, 'Hi'));
    await set({ policies: [{ kind: 'models', name: 'models', allow: ['other'] }] });
    await expect(answerTo(before, asking(here.alice.id, 'Hi'))).rejects.toMatchObject({ status: 403 });
  });

  test('a person’s own personal data is replaced besides what is imposed', async () => {
    await decide([{ kind: 'pii', name: 'personal-data', types: ['EMAIL'] }], {});
    const patterns = [{ name: 'BADGE', pattern: 'B-[0-9]+' }];
    await set({ policies: [{ kind: 'pii', name: 'badges', types: ['PHONE'], patterns }] });
    here.model.always({ text: 'Badge <CUSTOM_BADGE_1>, mail <EMAIL_1>' });
    const answer = await answerTo(deployed(), asking(here.alice.id, `B-77 is ${MAIL}`, { session: 'ses_own' }));
    expect(answer.text).toBe(`Badge B-77, mail ${MAIL}`);
    expect(JSON.stringify(here.model.requests.at(-1)?.body.messages)).toContain('<CUSTOM_BADGE_1> is <EMAIL_1>');
  });

  test('an imposed policy of the same name is not replaced', async () => {
    await decide([{ kind: 'models', name: 'models', allow: ['other'] }], {});
    expect((await set({ policies: [{ kind: 'models', name: 'models', allow: ['*'] }] })).status).toBe(200);
    await expect(sentFor('Hi')).rejects.toMatchObject({ status: 403 });
  });

  test('what is not left to users is refused, each entry by its place, and nothing is stored', async () => {
    await decide([{ kind: 'pii', name: 'personal-data' }], { user_may: { add: ['replace'] } });
    const rules = [{ find: 'a', with: 'b' }];
    const judge = { kind: 'judge', name: 'judge', question: 'The text is rude.' };
    const refused = await set({
      policies: [judge, NO_FALCON, { kind: 'replace', name: 'words', rules }],
      switched_off: ['personal-data'],
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'policies.0.kind',
      'policies.2.rules.0.with',
      'switched_off.0',
    ]);
    expect(await mine()).toMatchObject({ policies: [], switched_off: [] });
  });

  test('a pattern that is none is refused by its place', async () => {
    const rules = [{ pattern: '(', with: '[removed]' }];
    const refused = await set({ policies: [{ kind: 'replace', name: 'x', rules }] });
    expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'policies.0.rules']);
  });

  test('two changes at once do not overwrite each other', async () => {
    const { version } = await mine();
    const body = { policies: [], version };
    const ends = await Promise.all([1, 2].map(() => call('PUT', '/my/policies', { token: here.alice.token, body })));
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(ends.find(({ status }) => status === 409)?.body.detail).toContain(`version ${version + 1}`);
  });

  test('a change is in the person’s audit trail, and an API key can make none', async () => {
    const { version } = (await set({ policies: [NO_FALCON] })).body;
    const { body } = await call('GET', '/my/audit', { token: here.alice.token });
    expect(body.items[0]).toMatchObject({ action: 'policies_changed', target: `own version ${version}` });
    const { key } = (await call('POST', '/my/keys', { token: here.alice.token, body: { name: 'a key' } })).body;
    const change = { token: key, body: { policies: [], version } };
    expect((await call('PUT', '/my/policies', change)).status).toBe(403);
    expect((await mine()).policies).toHaveLength(1);
  });
});

describe('policies that are a person’s to switch off', () => {
  const offered = { user_may: { switch_off: ['personal-data'] } };

  test('personal data leaves as it is once its owner has switched the policy off, where that is offered', async () => {
    await decide([{ kind: 'pii', name: 'personal-data' }], offered);
    expect(await sentFor(MAIL)).not.toContain(MAIL);
    expect((await set({ switched_off: ['personal-data'] })).body.imposed).toMatchObject([
      { name: 'personal-data', enabled: false, may_switch_off: true },
    ]);
    expect(await sentFor(MAIL)).toContain(MAIL);
  });

  test('it is replaced again as soon as that is not offered any more, while what was added stays', async () => {
    await decide([{ kind: 'pii', name: 'personal-data' }], offered);
    await set({ switched_off: ['personal-data'], policies: [NO_FALCON] });
    await decide([{ kind: 'pii', name: 'personal-data' }], { user_may: { add: [] } });
    expect(await sentFor(`Falcon ${MAIL}`)).toContain('"[removed] <EMAIL_1>"');
  });

  test('what an administrator decided for one person is not what is offered to everybody', async () => {
    await decide([{ kind: 'pii', name: 'personal-data' }], offered);
    await decide([{ kind: 'pii', name: 'personal-data' }], {}, { user_id: here.alice.id });
    expect((await set({ switched_off: ['personal-data'] })).status).toBe(422);
    await decide([{ kind: 'pii', name: 'personal-data' }], offered, { user_id: here.alice.id });
    expect((await set({ switched_off: ['personal-data'] })).status).toBe(200);
    expect(await sentFor(MAIL)).toContain(MAIL);
  });
});
