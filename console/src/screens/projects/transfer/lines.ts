import { partsOf } from '../../../api/line-parts.ts';

/** The service takes 4 MB as they are sent, where a quote or a line break counts twice. */
const PART = { bytes: 1_000_000, lines: 2_000 };

/** What is sent of an export, in order. */
export const importParts = (text: string): string[] => partsOf(text, PART);

export type Summary = {
  imported: Readonly<Record<string, number>>;
  left_out: Readonly<Record<string, number>>;
  missing_secrets: readonly string[];
};

const sum = (one: Summary['imported'], other: Summary['imported']): Record<string, number> => {
  const total: Record<string, number> = { ...one };
  for (const [kind, count] of Object.entries(other)) total[kind] = (total[kind] ?? 0) + count;
  return total;
};

/** What the parts brought together. */
export const together = (one: Summary, other: Summary): Summary => ({
  imported: sum(one.imported, other.imported),
  left_out: sum(one.left_out, other.left_out),
  missing_secrets: [...new Set([...one.missing_secrets, ...other.missing_secrets])].sort(),
});
