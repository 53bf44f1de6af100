import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';
import type { FileEntry } from '../api.ts';

/** `version`: whose files they are; 0 until anything was written. */
export type Listing = { version: number; files: readonly FileEntry[] };

const PAGE = 2_000;

/** All files of a version, or of the newest: later pages are those of the version that the first one had. */
export const allFiles = async (version: number | undefined, signal?: AbortSignal): Promise<Listing> => {
  const files: FileEntry[] = [];
  let at = version;
  let cursor: string | undefined;
  do {
    const page = await artel().call('GET /my/projects/{project_id}/files', {
      path: { project_id: project.value },
      query: { limit: PAGE, ...(at !== undefined && { version: at }), ...(cursor !== undefined && { cursor }) },
      ...(signal && { signal }),
    });
    files.push(...page.items);
    // Nothing can be read at version 0.
    at = page.version || undefined;
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return { version: at ?? 0, files };
};
