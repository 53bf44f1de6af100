import { useEffect, useMemo } from 'preact/hooks';
import { type Pages, pages } from '../../../api/pages.ts';
import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';
import type { Step } from './words.ts';

const LIMIT = 100;
/** So many are read without being asked for, where they are all there is to draw a time line of. */
const MOST = 500;

/**
 * The steps of a run. `isWanted`: read them, and again whenever `changed` has changed, but for what the person has paged through.
 * `isWhole`: read on by itself.
 */
export const useSteps = (
  run: string,
  { isWanted, isWhole, changed }: { isWanted: boolean; isWhole: boolean; changed: unknown },
): Pages<Step> => {
  const steps = useMemo(
    () =>
      pages<Step>((cursor, signal) =>
        artel().call('GET /my/projects/{project_id}/runs/{run_id}/journal', {
          path: { project_id: project.value, run_id: run },
          query: { limit: LIMIT, ...(cursor && { cursor }) },
          signal,
        }),
      ),
    [run],
  );
  const count = steps.items.value?.length ?? 0;
  useEffect(() => {
    if (isWanted && count <= LIMIT) void steps.reload();
  }, [steps, isWanted, changed]);
  useEffect(() => {
    if (isWhole && count > 0 && count < MOST) void steps.more();
  }, [steps, isWhole, count]);
  useEffect(() => steps.stop, [steps]);
  return steps;
};
