import { type PlainItem, packedItem } from '../table/values.ts';
import type { World } from '../world/world.ts';
import type { Doing, Operation } from './person.ts';

const store = ({ table }: World, item: PlainItem): void => table.set(item.pk, item.sk, packedItem(item));

const ownItems = ({ world, person }: Doing): PlainItem[] =>
  world.table.items().filter(({ pk }) => pk.startsWith(`USER#${person.client.person.userId}`));

const asObject = (text: unknown): unknown => (typeof text === 'string' ? JSON.parse(text) : text);

/** As approvals were before texts kept how numbers are spelled, and before tools were remembered as they were defined. */
const formerApproval = ({ payload, schema, rememberable, definition, ...rest }: PlainItem): PlainItem => ({
  ...(rest as PlainItem),
  payload: asObject(payload),
  ...(schema !== undefined && { schema: asObject(schema) }),
  ...(rememberable === true && { permission: 'proposed' }),
});

/** Items as earlier versions left them, and what moves them on. People are enrolled in either form. */
export const olderOperations: Operation[] = [
  {
    name: 'pending approvals are of an earlier version',
    weight: 1,
    run: async (doing) => {
      for (const item of ownItems(doing)) {
        if (item.kind === 'approval' && item.status === 'pending') store(doing.world, formerApproval(item));
      }
    },
  },
  {
    name: 'signed in',
    weight: 1.5,
    run: ({ person, world }) =>
      new Promise((resolve) => {
        const { userId } = person.client.person;
        world.begin({ role: 'signIn', event: userId, owner: userId, ended: () => resolve() });
      }),
  },
  {
    name: 'limits of a person changed by an operator',
    weight: 1,
    run: async ({ person, world, chance }) => {
      const { userId } = person.client.person;
      const account = world.table.items().find(({ pk, sk }) => pk === `ACCOUNT#${userId}` && sk === 'ACCOUNT');
      // There is no such user any more.
      if (!account || account.removed_at !== undefined) return;
      person.tier = chance.one(['free', 'standard', 'pro']);
      store(world, { ...account, tier: person.tier });
    },
  },
];
