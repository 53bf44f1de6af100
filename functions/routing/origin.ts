import type { Origin } from '../../shared/audit/index.ts';

/** What is known about the sender of a request, on any transport. */
type Sender = { id: string; sourceIp?: string | undefined; userAgent?: string | undefined };

/** A longer one is cut: it is the client's own text, and it is stored with every entry. */
const MAX_USER_AGENT_LENGTH = 256;

/** The origin of a request, for the audit log. */
export const originOf = ({ id, sourceIp = '', userAgent = '' }: Sender): Origin => ({
  requestId: id,
  sourceIp,
  userAgent: userAgent.slice(0, MAX_USER_AGENT_LENGTH),
});
