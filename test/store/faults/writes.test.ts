import { describe, expect, test } from 'vitest';
import { accountItem, NEW_ACCOUNT } from '../../../shared/accounts/index.ts';
import { createAgent, newAgentSchema, raiseRevision, revisionOf } from '../../../shared/agents/index.ts';
import { newUserId } from '../../../shared/core/ids.ts';
import { authenticated, type UserScope } from '../../../shared/core/scope.ts';
import { ownItemOf, parsedOwn, storeOwn } from '../../../shared/gateway/policies/own/stored.ts';
import { policySettingSchema } from '../../../shared/gateway/policies/settings.ts';
import { createInvitation, listInvitations, withdrawInvitation } from '../../../shared/identity/index.ts';
import { noteProvider, providerNoted } from '../../../shared/metrics/index.ts';
import { resetSpace, Spaces } from '../../../shared/spaces/index.ts';
import {
  deleteItem,
  getItem,
  pointerKeys,
  projectKeys,
  putItem,
  queryPage,
  ranges,
  readCursorKey,
} from '../../../shared/store/index.ts';
import { inTable } from '../../support/in-table.ts';

/* Requirements: QA3. */

const here = inTable();

/** A write that is ready to be made, and how often each of its parts is there. */
type Write = { act(): Promise<unknown>; action: string; parts(): Promise<number[]> };

const someone = async (): Promise<UserScope> => {
  const user = authenticated({ userId: newUserId() });
  await putItem(accountItem(user, NEW_ACCOUNT));
  return user;
};
const entries = async (user: UserScope): Promise<number> =>
  (await queryPage({ ...ranges.audit(user), limit: 100 })).items.length;
const invitationsBy = async (by: string): Promise<string[]> => {
  const { items } = await listInvitations({ limit: 100, after: undefined, now: Date.now() });
  return items.filter(({ created_by }) => created_by === by).map(({ id }) => id);
};
const ann = newAgentSchema.parse({ name: 'ann', system_prompt: 'You are ann.' });

/** Each makes its parts once, however often it is asked for. */
const once: Record<string, () => Promise<Write>> = {
  "a person's own policies": async () => {
    const user = await someone();
    const rules = [{ tools: ['*'], verdict: 'ask' }];
    const careful = policySettingSchema.parse({ kind: 'tools', name: 'careful', rules });
    return {
      act: () => storeOwn(user, { policies: [careful], switched_off: [], version: 0 }),
      action: 'TransactWriteItems',
      parts: async () => [parsedOwn(await ownItemOf(user)).version, await entries(user)],
    };
  },
  'an agent with the revision of its space': async () => {
    const project = (await someone()).inProject('home');
    return {
      act: () => createAgent(project, ann),
      action: 'TransactWriteItems',
      parts: async () => [
        (await queryPage({ ...ranges.agents(project), limit: 10 })).items.length,
        await revisionOf(project),
      ],
    };
  },
  'an invitation': async () => {
    const by = newUserId();
    return {
      act: () => createInvitation(by, { life: 60_000 }),
      action: 'PutItem',
      parts: async () => [(await invitationsBy(by)).length],
    };
  },
  'the key of cursors': async () => {
    await deleteItem(pointerKeys.cursorKey());
    const stored = async () => (await getItem(pointerKeys.cursorKey()))?.key;
    const made: string[] = [];
    return {
      act: async () => made.push((await readCursorKey()).toString('base64')),
      action: 'PutItem',
      // Whoever got a key got the one that is stored.
      parts: async () => [made.length === 1 && made[0] === (await stored()) ? 1 : made.length],
    };
  },
};

/** As often as the store is asked before a request gives up. */
const ATTEMPTS = 5;
const failing = (action: string) => here.table.injectFault({ action, times: ATTEMPTS, error: 'InternalServerError' });
const unanswered = (action: string) => here.table.injectFault({ action, times: 1, error: 'drop-reply' });

describe.each(Object.entries(once))('%s', (title, arrange) => {
  test(`${title}: nothing is left behind when the store fails, and it can be repeated`, async () => {
    const { act, action, parts } = await arrange();
    expect(new Set(await parts())).toEqual(new Set([0]));
    await failing(action);
    await expect(act()).rejects.toThrow();
    expect(new Set(await parts())).toEqual(new Set([0]));
    await act();
    expect(new Set(await parts())).toEqual(new Set([1]));
  });

  test(`${title}: it is made once when the store's answer is lost`, async () => {
    const { act, action, parts } = await arrange();
    await unanswered(action);
    await act();
    expect(new Set(await parts())).toEqual(new Set([1]));
  });
});

test('an invitation whose withdrawal fails can still be withdrawn, and is gone then', async () => {
  const by = newUserId();
  const { id } = await createInvitation(by, { life: 60_000 });
  await failing('DeleteItem');
  await expect(withdrawInvitation(id)).rejects.toThrow();
  expect(await invitationsBy(by)).toEqual([id]);
  await withdrawInvitation(id);
  expect(await invitationsBy(by)).toEqual([]);
});

test('an invitation whose withdrawal got no answer is gone', async () => {
  const by = newUserId();
  const { id } = await createInvitation(by, { life: 60_000 });
  await unanswered('DeleteItem');
  await Promise.allSettled([withdrawInvitation(id)]);
  expect(await invitationsBy(by)).toEqual([]);
});

test('a space that is read anew has a higher revision once it was said to be, whatever became of an answer', async () => {
  const project = (await someone()).inProject('home');
  await failing('UpdateItem');
  await expect(raiseRevision(project, Date.now())).rejects.toThrow();
  expect(await revisionOf(project)).toBe(0);
  await unanswered('UpdateItem');
  await raiseRevision(project, Date.now());
  expect(await revisionOf(project)).toBeGreaterThanOrEqual(1);
});

test('a reset of a space that failed is whole when it is repeated', async () => {
  const project = (await someone()).inProject('home');
  await createAgent(project, ann);
  const space = new Spaces().of(project);
  const before = await revisionOf(project);
  await failing('UpdateItem');
  const now = Date.now() + 60_000;
  const clock = { now: () => now };
  await expect(resetSpace(space, clock)).rejects.toThrow();
  await resetSpace(space, clock);
  expect(await revisionOf(project)).toBeGreaterThan(before);
  expect(await getItem(projectKeys.space(project))).toMatchObject({ since: now });
  expect((await space.agents.get('ann')).name).toBe('ann');
});

test('a note that the provider fails which got no answer is one note', async () => {
  await unanswered('UpdateItem');
  await noteProvider('unavailable');
  expect(await providerNoted()).toBe('unavailable');
  await failing('UpdateItem');
  await expect(noteProvider('ok')).rejects.toThrow();
  expect(await providerNoted()).toBe('unavailable');
});
