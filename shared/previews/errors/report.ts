import * as z from 'zod';

/** Bytes of one report; longer ones are dropped. */
export const MAX_REPORT_BYTES = 8_192;

const kinds = ['error', 'rejection', 'console', 'resource'] as const;

/** A text of at most so many characters; what is longer is cut, not refused: a browser's stack has any length. */
const cut = (most: number) => z.string().transform((text) => text.toWellFormed().slice(0, most));
/** Of a file: a count that no file exceeds. */
const place = z.int().min(0).max(10_000_000).nullable().catch(null);

/** What the script in a page says of one error. Whoever has the address can say it as well: nothing in it is trusted. */
export const reportSchema = z.strictObject({
  kind: z.enum(kinds),
  message: cut(500),
  source: cut(300).nullable(),
  line: place,
  column: place,
  stack: cut(2_000).nullable(),
  page: cut(300),
  version: z.int().min(1).max(999_999_999).nullable(),
});
export type Report = z.infer<typeof reportSchema>;

/** `undefined` for anything that is no report. */
export const reportIn = (body: string): Report | undefined => {
  if (Buffer.byteLength(body) > MAX_REPORT_BYTES) return undefined;
  try {
    return reportSchema.safeParse(JSON.parse(body)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
