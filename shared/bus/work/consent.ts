import { isSameJson } from '../../core/json/exact.ts';
import type { Consent, Decision, Intent } from '../records/items.ts';

/** What the model is to know of the person's part in a call that is carried out; the answer to a question is its result. */
export const consentTo = (
  call: { arguments: string },
  { decision, intent }: { decision?: Decision | undefined; intent?: Intent | undefined },
): Consent | undefined => {
  const agreed = decision?.status === 'approved' && decision.kind !== 'question' ? decision : undefined;
  const changed =
    agreed?.kind === 'tool' && agreed.arguments !== undefined && !isSameJson(agreed.arguments, call.arguments || '{}');
  const edited = changed || intent?.consent?.edited === true;
  const reason = agreed?.reason ?? intent?.consent?.reason;
  if (!edited && reason === undefined) return undefined;
  return { edited, ...(reason !== undefined && { reason }) };
};
