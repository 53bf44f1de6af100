import { NotFound } from '../../core/errors.ts';
import { type FoundFile, findFile } from '../../workspace/index.ts';
import type { Shown } from '../shown.ts';
import { candidates, mayBePage, segmentsIn, startPage } from './path.ts';

/**
 * The file that a preview answers a path with. `asPage`: whoever asks would take a page. `undefined` also where the version is not
 * there any more.
 */
export const findInSite = async (
  { project, preview }: Shown,
  path: string,
  { asPage }: { asPage: boolean },
): Promise<FoundFile | undefined> => {
  const segments = segmentsIn(path);
  if (!segments) return undefined;
  const isRouted = preview.fallback && asPage && mayBePage(segments);
  const paths = [...candidates(segments, preview.folder), ...(isRouted ? [startPage(preview.folder)] : [])];
  try {
    return await findFile(project, paths, preview.version === 'newest' ? undefined : preview.version);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
};
