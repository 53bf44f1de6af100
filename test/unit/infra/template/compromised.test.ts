import { describe, expect, test } from 'vitest';
import { ABILITIES, abilitiesOf } from './abilities.ts';
import { functionsOf } from './templates.ts';

/* Requirements: ID5, OPS4. */

const ITEMS = ['read', 'make', 'change', 'remove'].map((verb) => `${verb} the items of any user`);
const OBJECTS = ['read', 'write', 'remove'].map((verb) => `${verb} objects of any user`);
/** Whoever sends to webhooks has them look at what happened, or attempt what is due; what is sent stands in the table. */
const PUSH = ['send to webhooks', 'send to sockets of anybody', 'close sockets of anybody', 'run the pusher'];
const WORK = ['send to workers', 'send to timers'];
const OWN_KEYS = 'open users’ own keys of providers';
const PROVIDER = 'read the key of the provider';
const READ_MEMORIES = 'read memories of anybody';
const MEMORIES = [
  READ_MEMORIES,
  'search for memories of anybody',
  'make or change memories of anybody',
  'remove memories of anybody',
];

/** What a removed memory had made history is current again. */
const FORGETTING = [READ_MEMORIES, 'make or change memories of anybody', 'remove memories of anybody'];

/** What somebody could do who runs code of their own in a function, for each of them. A line more is a decision. */
const COMPROMISED: Record<string, string[]> = {
  Auth: [
    'sign tokens as anybody',
    'have keys of its own trusted',
    'change roles, a tier or the policies of a user',
    'change who counts as an administrator',
    'find anybody by e-mail',
    'read hashes of passwords',
    'replace passwords',
    'withdraw or use up invitations',
    'forgive failed sign-ins',
    ...ITEMS,
    'add to audit trails',
    'close sockets of anybody',
  ],
  Mailer: [],
  Sandbox: [],
  Webhooks: [
    ...ITEMS,
    'add to audit trails',
    'open the secrets of webhooks',
    ...['read', 'write'].map((verb) => `${verb} objects of any user`),
    'list objects of all users',
    'take messages from webhooks',
    ...PUSH,
  ],
  SigningKeys: ['sign tokens as anybody', 'replace the signing keys', 'have keys of its own trusted'],
  Account: [
    'give out API keys',
    'revoke API keys',
    ...ITEMS,
    'read audit trails',
    'add to audit trails',
    'open recorded calls',
    READ_MEMORIES,
    'read objects of any user',
    'list objects of all users',
    'close sockets of anybody',
  ],
  My: [
    'make tickets and connections of anybody',
    ...ITEMS,
    'add to audit trails',
    ...[PROVIDER, ...FORGETTING, ...OBJECTS, ...WORK, ...PUSH],
  ],
  Projects: [
    ...ITEMS,
    'add to audit trails',
    ...[OWN_KEYS, PROVIDER, ...MEMORIES, ...OBJECTS],
    'list objects of all users',
    ...[...WORK, ...PUSH],
  ],
  Builds: [...ITEMS, 'add to audit trails', ...OBJECTS, ...WORK, ...PUSH],
  Workspace: [
    ...ITEMS,
    'open previews of any user to others',
    'change what previews captured',
    'say which machine a preview’s program is in',
    'add to audit trails',
    ...['read', 'write'].map((verb) => `${verb} objects of any user`),
    'list objects of all users',
  ],
  // Anybody may call it, so it makes and changes nothing of anybody but what browsers say.
  Preview: ['read the items of any user', 'change what previews captured', 'read objects of any user'],
  Admin: [
    'change roles, a tier or the policies of a user',
    'change who counts as an administrator',
    'find anybody by e-mail',
    'list all users',
    'invite people to register',
    'withdraw or use up invitations',
    ...ITEMS,
    'change the policies of the deployment',
    'change what a tier allows',
    'read audit trails',
    'add to audit trails',
    'read who made which call',
    OWN_KEYS,
    'open recorded calls',
    ...[PROVIDER, ...WORK, ...PUSH],
  ],
  Documentation: [],
  Console: [],
  System: [],
  EventStream: ['read the items of any user', 'add to audit trails', 'read objects of any user'],
  V1: [
    ...ITEMS,
    'add to audit trails',
    OWN_KEYS,
    'open what placeholders stand for',
    PROVIDER,
    ...OBJECTS,
    ...WORK,
    ...PUSH,
  ],
  Socket: [
    'make tickets and connections of anybody',
    ...ITEMS,
    'add to audit trails',
    ...[PROVIDER, ...OBJECTS, ...WORK, ...PUSH],
  ],
  AgentWorker: [
    ...ITEMS,
    'open previews of any user to others',
    'change what previews captured',
    'open the secrets of users',
    OWN_KEYS,
    'open what placeholders stand for',
    ...[PROVIDER, ...MEMORIES, ...OBJECTS],
    'list objects of all users',
    ...WORK,
    'take messages from workers',
    ...PUSH,
    'have commands run',
  ],
  Planner: [...ITEMS, OWN_KEYS, 'open what placeholders stand for', PROVIDER, ...OBJECTS, ...WORK, ...PUSH],
  Plans: [...ITEMS, ...OBJECTS, ...WORK, ...PUSH],
  Timers: [...ITEMS, ...WORK, 'take messages from timers', ...PUSH, 'start plans'],
  Sweeper: [
    'list all users',
    'withdraw or use up invitations',
    'revoke API keys',
    // It can only remove them.
    'make tickets and connections of anybody',
    ...ITEMS,
    'change what previews captured',
    'read what is due, of all users',
    ...FORGETTING,
    'read objects of any user',
    'remove objects of any user',
    'list objects of all users',
    ...WORK,
    ...PUSH,
    'start plans',
  ],
  DeadLetters: ['change the items of any user', 'take dead messages'],
  Pusher: [
    'change the items of any user',
    'remove the items of any user',
    'send to sockets of anybody',
    'close sockets of anybody',
  ],
};

describe('R6: somebody who runs code of their own in a function', () => {
  test.each(Object.keys(functionsOf('prod')))('R6: in %s can do what is listed and no more', (name) => {
    expect(abilitiesOf(name)).toEqual(COMPROMISED[name]);
  });

  test('R6: signs tokens only in the function that signs people in, or in the one that rotates the keys, and raises nobody elsewhere but in administration', () => {
    const able = (ability: string) => Object.keys(COMPROMISED).filter((name) => abilitiesOf(name).includes(ability));
    expect(able('sign tokens as anybody')).toEqual(['Auth', 'SigningKeys']);
    expect(able('have keys of its own trusted')).toEqual(['Auth', 'SigningKeys']);
    expect(able('change roles, a tier or the policies of a user')).toEqual(['Auth', 'Admin']);
    expect(able('change who counts as an administrator')).toEqual(['Auth', 'Admin']);
  });

  test('R6: reads the whole table, changes an audit trail, finds a key of a vector store or runs another function in none', () => {
    const used = new Set(Object.values(COMPROMISED).flat());
    expect(Object.keys(ABILITIES).filter((ability) => !used.has(ability))).toEqual([
      'change audit trails',
      'read the whole table',
      'read the key of the vector store',
      'run other functions',
    ]);
  });
});
