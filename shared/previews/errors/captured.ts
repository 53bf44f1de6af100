import * as z from 'zod';
import { isoTime, MINUTE } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { due, type Item, projectKeys, SCHEMA_VERSION, type StoredItem } from '../../store/index.ts';
import { forgottenAt, type StoredPreview } from '../preview.ts';
import { type Report, reportSchema } from './report.ts';

/** Different errors that are kept of a preview; those that come later are counted and not kept. */
export const MAX_ERRORS = 20;
/** Reports of one preview in a minute; a page that fails in a loop says nothing new. */
export const MAX_REPORTS_A_MINUTE = 60;

const keptSchema = z.object({
  fingerprint: z.string(),
  report: reportSchema,
  count: z.int(),
  first_at: z.int(),
  last_at: z.int(),
});

const storedSchema = z.object({
  /** Counts the changes, so that of two writers one begins again. */
  revision: z.int(),
  errors: z.array(keptSchema),
  /** Reports of errors that were too many to be kept. */
  dropped: z.int(),
  /** How many of the errors the session of its build was told of. The others make the item due, where there is one. */
  told: z.int().default(0),
  due_at: z.int().optional(),
  minute: z.int(),
  in_minute: z.int(),
});
export type Captured = z.infer<typeof storedSchema>;

export const NOTHING_CAPTURED: Captured = { revision: 0, errors: [], dropped: 0, told: 0, minute: 0, in_minute: 0 };

export const readCaptured = (item: Item): Captured => storedSchema.parse(item);

/** The kind of the item by which the sweeper knows it. */
export const CAPTURED = 'captured';

export const capturedItem = (
  project: ProjectScope,
  preview: StoredPreview,
  { due_at, ...captured }: Captured,
  now: number,
): StoredItem => {
  const key = projectKeys.captured(project, preview.preview_id);
  const isUntold = preview.built !== undefined && captured.errors.length > captured.told;
  return {
    ...key,
    v: SCHEMA_VERSION,
    kind: CAPTURED,
    user_id: project.userId,
    project_id: project.projectId,
    ...captured,
    ...(isUntold && due(key, due_at ?? now)),
    expires_at: forgottenAt(preview),
  };
};

/** The same error again has the same one, whatever page and version it was seen on. */
const fingerprintOf = ({ kind, message, source, line, column }: Report): string =>
  sha256(JSON.stringify([kind, message, source, line, column])).slice(0, 16);

/** What is kept once a report has come; `undefined` where there were too many in this minute. */
export const withReport = (captured: Captured, report: Report, now: number): Captured | undefined => {
  const minute = Math.floor(now / MINUTE);
  const before = captured.minute === minute ? captured.in_minute : 0;
  if (before >= MAX_REPORTS_A_MINUTE) return undefined;
  const next = { ...captured, revision: captured.revision + 1, minute, in_minute: before + 1 };
  const fingerprint = fingerprintOf(report);
  const known = captured.errors.find((one) => one.fingerprint === fingerprint);
  if (known) {
    const again = { ...known, report, count: known.count + 1, last_at: now };
    return { ...next, errors: captured.errors.map((one) => (one === known ? again : one)) };
  }
  if (captured.errors.length >= MAX_ERRORS) return { ...next, dropped: captured.dropped + 1 };
  return { ...next, errors: [...captured.errors, { fingerprint, report, count: 1, first_at: now, last_at: now }] };
};

export const capturedErrorSchema = z
  .object({
    id: z.string().meta({ description: 'The same for the same error, however often it comes.' }),
    kind: z.string(),
    message: z.string(),
    source: z.string().nullable(),
    line: z.int().nullable(),
    column: z.int().nullable(),
    stack: z.string().nullable(),
    page: z.string(),
    version: z.int().nullable(),
    count: z.int(),
    first_at: z.string(),
    last_at: z.string(),
  })
  .meta({ id: 'PreviewError', description: 'As a browser said it: text of the page, not of this service.' });
export type CapturedError = z.infer<typeof capturedErrorSchema>;

/** The newest first. */
export const publicErrors = ({ errors }: Captured): CapturedError[] =>
  errors
    .toSorted((one, other) => other.last_at - one.last_at)
    .map(({ fingerprint, report, count, first_at, last_at }) => ({
      id: fingerprint,
      ...report,
      count,
      first_at: isoTime(first_at),
      last_at: isoTime(last_at),
    }));
