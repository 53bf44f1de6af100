import { describe, expect, test } from 'vitest';
import { explore } from './model/explore.ts';
import { mutations } from './model/mutations.ts';
import { scopes } from './model/scopes/all.ts';
import type { Scope } from './model/scopes/scope.ts';

/* Requirements: BUS1, BUS3. */

describe('every state the bus can reach keeps its promises, and from each one workers and sweeper end everything:', () => {
  for (const [name, scope] of Object.entries<Scope>(scopes)) {
    test(name, () => {
      const { states, edges, broken } = explore(scope);
      expect(broken).toBeUndefined();
      // A scope that is explored meets choices: more steps than states.
      expect(edges).toBeGreaterThanOrEqual(states);
    });
  }
});

describe('every condition and rule carries weight:', () => {
  for (const { without, in: scope, breaks } of mutations) {
    test(`without "${without.join('" and "')}" in "${scope}" it breaks that ${breaks}`, () => {
      expect(explore(scopes[scope] as Scope, without).broken?.invariant).toBe(breaks);
    });
  }
});
