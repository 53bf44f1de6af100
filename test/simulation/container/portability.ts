import { authenticated, type ProjectScope } from '../../../shared/core/scope.ts';
import { exportProject, importProject } from '../../../shared/portability/index.ts';
import { statusOf } from './status.ts';

export type OfProject = { user_id: string; project_id: string };

const origin = { sourceIp: '203.0.113.7', userAgent: 'simulation', requestId: 'portability' };

const scopeOf = ({ user_id, project_id }: OfProject): ProjectScope =>
  authenticated({ userId: user_id }).inProject(project_id);

/** What `GET /my/projects/{project_id}/export` sends, whole. */
export const exported = async (project: OfProject): Promise<string> => {
  let text = '';
  for await (const line of exportProject(scopeOf(project))) text += line;
  return text;
};

/** What `POST /my/projects/{project_id}/import` does with it. */
export const imported = ({ text, ...project }: OfProject & { text: string }): Promise<{ status: number }> =>
  statusOf(async () => {
    await importProject(scopeOf(project), text, { origin });
    return 200;
  });
