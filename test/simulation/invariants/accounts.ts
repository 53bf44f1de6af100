import { FORMER_POLICIES } from '../container/enrol.ts';
import type { Person } from '../operations/index.ts';
import type { World } from '../world/world.ts';

/** An account that is moved takes its policies along, and what an operator changed there later stays. */
export const lostAccounts = (world: World, people: Person[]): string[] => {
  const items = new Map(world.table.items().map((item) => [`${item.pk} ${item.sk}`, item]));
  return people.flatMap(({ name, tier, hasLeft, client: { person } }) => {
    const partition = `ACCOUNT#${person.userId}`;
    const account = items.get(`${partition} ACCOUNT`);
    // Somebody may have left whose request was never answered.
    if (hasLeft || account?.removed_at !== undefined) return [];
    const policies = items.get(`${partition} POLICIES`);
    return [
      ...(account && tier !== undefined && account.tier !== tier
        ? [`${name}'s tier is ${String(account.tier)}, an operator made it ${tier}`]
        : []),
      ...(account && person.isFormer && policies?.version !== FORMER_POLICIES.version
        ? [`${name}'s account has moved without its policies`]
        : []),
    ];
  });
};
