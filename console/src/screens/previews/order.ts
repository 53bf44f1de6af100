import type { NewPreview, PreviewError } from './api.ts';

const HOUR = 3_600;

/** How long a preview may be seen, in seconds; the API takes up to a week. */
export const LIFETIMES = { hour: HOUR, day: 24 * HOUR, threeDays: 72 * HOUR, week: 168 * HOUR } as const;
export type Lifetime = keyof typeof LIFETIMES;

export type PreviewFields = { version: string; folder: string; hasFallback: boolean; lifetime: Lifetime };

/** What is published. An empty version follows the files. */
export const newPreviewOf = ({ version, folder, hasFallback, lifetime }: PreviewFields): NewPreview => ({
  version: version.trim() === '' ? 'newest' : Number(version),
  fallback: hasFallback,
  ttl_seconds: LIFETIMES[lifetime],
  ...(folder.trim() !== '' && { folder: folder.trim() }),
});

/** The place of an error in the page's own files, as a browser names it. */
export const placeOf = ({
  source,
  line,
  column,
}: Pick<PreviewError, 'source' | 'line' | 'column'>): string | undefined =>
  source === null ? undefined : [source, line, column].filter((part) => part !== null).join(':');

/** Of all that a page has reported, what fits into a wish. */
const MAX_WISH = 2_000;

/** A wish for a new build, where no build made the page: what goes wrong in it, one a line. */
export const wishFor = (lead: string, errors: readonly PreviewError[]): string => {
  const lines = errors.map((error) => `- ${[error.message, placeOf(error)].filter(Boolean).join(' · ')}`);
  return [lead, ...lines].join('\n').slice(0, MAX_WISH);
};
