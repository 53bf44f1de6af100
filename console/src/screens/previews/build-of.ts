import { artel } from '../../app/person/session.ts';
import { project } from '../../app/project/project.ts';

/** Among so many of the newest builds, the one that shows a preview is looked for. */
const LOOKED_THROUGH = 20;

/** The newest build that shows its page in this preview; none where a person published it. */
export const buildShowing = async (preview: string): Promise<string | undefined> => {
  const path = { project_id: project.value };
  const { items } = await artel().call('GET /my/projects/{project_id}/builds', {
    path,
    query: { limit: LOOKED_THROUGH, sort: 'created_at', order: 'desc' },
  });
  for (const { run_id } of items) {
    const build = await artel().call('GET /my/projects/{project_id}/builds/{run_id}', { path: { ...path, run_id } });
    if (build.preview?.id === preview) return run_id;
  }
  return undefined;
};
