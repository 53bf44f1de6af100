import { nativeOf } from '../core/json/exact.ts';
import { type Destination, judgeOf, type Risk } from '../tools/index.ts';
import type { Approval } from './approval.ts';
import { type Grant, permissionFor } from './permissions.ts';
import type { Verdict } from './verdict.ts';

/**
 * What a decision permits if it is remembered: the call as it was decided, whatever had been proposed. `undefined`: it cannot
 * be remembered, because it is no call of a tool, its risk is high as decided, or a policy wants to ask each time.
 */
export const grantOf = (approval: Approval, { decision, arguments: edited }: Verdict): Grant | undefined => {
  const { about, rememberable, payload, definition = 'builtin' } = approval;
  if (about !== 'tool' || !rememberable || decision === 'reject') return undefined;
  const tool = String(payload.tool);
  const { risk, destination } = judged(approval, edited ?? payload.arguments);
  if (risk === 'high') return undefined;
  const { host = null, method = null } = destination;
  return { permission: permissionFor({ name: tool, definition, ...destination }), tool, host, method };
};

/** Calls of few tools differ in risk or place by their arguments. All calls of a server's tool have one risk and go to one place. */
const judged = ({ payload, definition, risk }: Approval, args: unknown): { risk: Risk; destination: Destination } => {
  const own = definition === 'builtin' ? judgeOf(String(payload.tool)) : undefined;
  if (!own) return { risk, destination: typeof payload.host === 'string' ? { host: payload.host } : {} };
  const native = nativeOf(args);
  return { risk: own.riskOf(native), destination: own.destinationOf(native) };
};
