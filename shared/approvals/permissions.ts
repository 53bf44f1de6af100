import * as z from 'zod';
import { isoTime } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import { NotFound } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import {
  deleteItem,
  deleteItems,
  getItem,
  type Page,
  projectKeys,
  queryAll,
  queryPage,
  ranges,
  SCHEMA_VERSION,
  type Write,
} from '../store/index.ts';
import type { Approval } from './approval.ts';

/**
 * Identifies what a remembered approval covers: this tool as it was defined then, on this host, with this method. A tool
 * whose definition changes gets another hash, and asks again.
 */
export const permissionFor = (tool: { name: string; definition: string; host?: string; method?: string }): string =>
  sha256(JSON.stringify([tool.name, tool.definition, tool.host ?? '', tool.method ?? '']));

export const isPermitted = async (project: ProjectScope, agent: string, permission: string): Promise<boolean> =>
  (await getItem(projectKeys.permission(project, agent, permission))) !== undefined;

/** For the transaction of the decision that is to be remembered. */
export const permissionWrite = (project: ProjectScope, approval: Approval, now: number): Write => ({
  put: {
    ...projectKeys.permission(project, approval.agent_key, approval.permission ?? ''),
    v: SCHEMA_VERSION,
    permission: approval.permission,
    agent_key: approval.agent_key,
    tool: approval.payload.tool,
    host: approval.payload.host ?? null,
    method: approval.payload.method ?? null,
    approval_id: approval.approval_id,
    created_at: isoTime(now),
  },
});

/** What an agent may do without asking again. */
export const rememberedPermissionSchema = z.object({
  id: z.string(),
  agent_key: z.string(),
  tool: z.string(),
  host: z.string().nullable(),
  method: z.string().nullable(),
  approval_id: z.string(),
  created_at: z.string(),
});
export type RememberedPermission = z.infer<typeof rememberedPermissionSchema>;

export const listPermissions = async (
  project: ProjectScope,
  options: { limit: number; after?: string },
): Promise<Page<RememberedPermission>> => {
  const page = await queryPage({
    ...ranges.permissions(project),
    ...options,
  });
  const items = page.items.map(
    (item): RememberedPermission => ({
      id: `${item.agent_key}.${item.permission}`,
      agent_key: String(item.agent_key),
      tool: String(item.tool),
      host: (item.host as string | null) ?? null,
      method: (item.method as string | null) ?? null,
      approval_id: String(item.approval_id),
      created_at: String(item.created_at),
    }),
  );
  return { items, next: page.next };
};

/** Revokes one permission: the agent asks again. */
export const revokePermission = async (project: ProjectScope, id: string): Promise<void> => {
  const [agent = '', permission = ''] = id.split('.');
  const outcome = await deleteItem(projectKeys.permission(project, agent, permission), {
    when: 'attribute_exists(#pk)',
  });
  if (!outcome.ok) throw new NotFound('There is no such permission.');
};

/** Revokes every permission of the project. */
export const revokeAllPermissions = async (project: ProjectScope): Promise<number> => {
  const items = [];
  for await (const item of queryAll(ranges.permissions(project))) items.push(item);
  await deleteItems(items);
  return items.length;
};
