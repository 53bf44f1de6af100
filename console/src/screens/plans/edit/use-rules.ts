import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';

/** A project has hardly more; the API knows them all. */
const MAX_PAGES = 5;
const LIMIT = 100;

export type Known = { agents: readonly string[]; maxTasks: number };

/** Who may get a task, and how many tasks a plan of this project may have. */
export const useKnown = () =>
  useResource<Known>(
    async (signal) => {
      const path = { project_id: project.value };
      const config = artel().call('GET /my/projects/{project_id}/orchestrator/config', { path, signal });
      const agents: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const query = { limit: LIMIT, sort: 'name', order: 'asc', ...(cursor && { cursor }) } as const;
        const answer = await artel().call('GET /my/projects/{project_id}/agents', { path, query, signal });
        agents.push(...answer.items.filter(({ status }) => status !== 'draining').map(({ name }) => name));
        cursor = answer.next_cursor ?? undefined;
        if (cursor === undefined) break;
      }
      return { agents, maxTasks: (await config).max_tasks };
    },
    [project.value],
  );
