import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';
import type { Span } from './from-steps.ts';

/** When the tasks of this run's plan began and ended; of no run, nothing is asked for. */
export const usePlanSpans = (run: string | undefined): ReadonlyMap<string, Span> => {
  const plan = useResource(
    async (signal) =>
      run === undefined
        ? undefined
        : artel().call('GET /my/projects/{project_id}/plans/{run_id}', {
            path: { project_id: project.value, run_id: run },
            signal,
          }),
    [run],
  ).data.value;
  return new Map(
    (plan?.tasks ?? []).flatMap(({ task_id, started_at, ended_at }) =>
      task_id === null || started_at === null
        ? []
        : [[task_id, { from: Date.parse(started_at), to: ended_at ? Date.parse(ended_at) : undefined }]],
    ),
  );
};
