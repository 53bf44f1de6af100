import type { Origin } from '../../shared/audit/index.ts';
import type { RequestFacts } from './operation.ts';

/** From where a request came, for the audit log. */
export const originOf = ({ id, sourceIp, userAgent }: RequestFacts): Origin => ({ requestId: id, sourceIp, userAgent });
