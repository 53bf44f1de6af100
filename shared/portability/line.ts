import * as z from 'zod';

/** Raised when an import of older lines would not be understood any more. */
export const EXPORT_VERSION = 1;

export const LINE_KINDS = [
  'export',
  'profile',
  'orchestrator',
  'api_key',
  'webhook',
  'notifications',
  'project',
  'agent',
  'memory',
  'permission',
  'secret',
  'file',
  'version',
  'blob',
  'version_files',
  'session',
  'message',
  'event',
  'run',
  'plan',
  'approval',
  'usage',
  'charge',
  'audit',
  'end',
] as const;

/** One line of an export: what it is, where it belongs, and `value` with the fields by which the interface shows it. */
export const exportLineSchema = z
  .strictObject({
    kind: z.enum(LINE_KINDS),
    project_id: z.string().optional(),
    agent_key: z.string().optional(),
    session_id: z.string().optional(),
    value: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ExportLine' });
export type Line = z.infer<typeof exportLineSchema>;
