import { partsOf } from '../../../api/line-parts.ts';
import { ndjson } from '../../../app/person/ndjson.ts';
import { contextPath, type Whose } from './export.ts';

/** Each memory is embedded while the request waits. */
const PART = { bytes: 1_000_000, lines: 500 };

export type Progress = { done: number; of: number; imported: number };

/**
 * Sends the memories of a file, part by part. A part comes in whole or not at all; sending the file again after a failure replaces
 * what is there already by the same.
 */
export const importMemories = async (
  whose: Whose,
  text: string,
  onProgress: (progress: Progress) => void,
): Promise<number> => {
  const parts = partsOf(text, PART);
  let imported = 0;
  for (const [index, part] of parts.entries()) {
    onProgress({ done: index, of: parts.length, imported });
    const answer = await ndjson(`${contextPath(whose)}/import`, { method: 'POST', body: part });
    imported += ((await answer.json()) as { imported: number }).imported;
  }
  return imported;
};
