import { ndjson } from '../../../app/person/ndjson.ts';
import { contextPath, exportedParts, type Whose } from './export.ts';
import { pinnedLine } from './pinned-line.ts';

/**
 * Pins a memory, or unpins it. The API has no change of one memory, but an import of a memory with a known id replaces it: so what is
 * exported of it goes in again. `false`: it is not there any more.
 */
export const pin = async (whose: Whose, id: string, pinned: boolean): Promise<boolean> => {
  for await (const lines of exportedParts(whose)) {
    const line = pinnedLine(lines, id, pinned);
    if (line === undefined) continue;
    await ndjson(`${contextPath(whose)}/import`, { method: 'POST', body: line });
    return true;
  }
  return false;
};
