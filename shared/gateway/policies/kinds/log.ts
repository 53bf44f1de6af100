import type { Hooks, PolicyContext } from '../../chain/policy.ts';

/** Records every call, even if no other policy decides anything about it: who, when, which model, which outcome. */
export const logHooks = (context: PolicyContext): Hooks => ({
  onRequest: ({ messages, tools = [] }) => {
    context.report({ what: 'call', reason: `${messages.length} messages, ${tools.length} tools` });
    return undefined;
  },
});
