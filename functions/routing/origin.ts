import type { Origin } from '../../shared/audit/index.ts';

/** What is known about the sender of a request, on whichever transport it came. */
type Sender = { id: string; sourceIp?: string | undefined; userAgent?: string | undefined };

/** A longer one is cut: it is the client's own text, and it is stored with every entry. */
const MAX_USER_AGENT_LENGTH = 256;

/** From where a request came, for the audit log. */
export const originOf = ({ id, sourceIp = '', userAgent = '' }: Sender): Origin => ({
  requestId: id,
  sourceIp,
  userAgent: userAgent.slice(0, MAX_USER_AGENT_LENGTH),
});
