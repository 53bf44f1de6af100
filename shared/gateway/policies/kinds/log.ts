import type { Hooks, PolicyContext } from '../../chain/policy.ts';

/** Every call leaves a record, also one about which no other policy decides anything: who, when, which model, which end. */
export const logHooks = (context: PolicyContext): Hooks => ({
  onRequest: ({ messages, tools = [] }) => {
    context.report({ what: 'call', reason: `${messages.length} messages, ${tools.length} tools` });
    return undefined;
  },
});
