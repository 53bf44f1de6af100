export {
  type AuditAction,
  type AuditEntry,
  auditActionSchema,
  auditEntrySchema,
  auditItem,
  fullAuditEntrySchema,
  type Origin,
  recordAudit,
} from './audit.ts';
export { type AuditFilter, allAudit, listAudit } from './read.ts';
export { MAX_REFUSALS_AN_HOUR, recordRefusal } from './refusals.ts';
