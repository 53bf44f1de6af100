export { exportProject, exportUser } from './export.ts';
export { type ImportSummary, importProject, importSummarySchema } from './import/import.ts';
export { EXPORT_VERSION, exportLineSchema, LINE_KINDS, type Line } from './line.ts';
