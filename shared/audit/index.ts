export {
  type AuditAction,
  type AuditEntry,
  auditEntrySchema,
  auditItem,
  listAudit,
  type Origin,
  recordAudit,
} from './audit.ts';
