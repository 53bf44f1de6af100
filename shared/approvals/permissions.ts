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
import type { Destination } from '../tools/index.ts';
import type { Approval } from './approval.ts';

/**
 * Identifies what a remembered approval covers: this tool as it was defined then, on this host, with this method. A tool
 * whose definition changes gets another hash, and asks again.
 */
export const permissionFor = (tool: { name: string; definition: string } & Destination): string => {
  const { name, definition, host = '', method = '', scheme } = tool;
  return sha256(JSON.stringify([name, definition, host, method, ...(scheme === undefined ? [] : [scheme])]));
};

export const isPermitted = async (project: ProjectScope, agent: string, permission: string): Promise<boolean> =>
  (await getItem(projectKeys.permission(project, agent, permission))) !== undefined;

/** What an agent may do from now on without asking. */
export type Grant = { permission: string; tool: string; host: string | null; method: string | null };

/** For the transaction of the decision that is to be remembered. */
export const permissionWrite = (
  project: ProjectScope,
  { agent_key, approval_id }: Approval,
  { grant, now }: { grant: Grant; now: number },
): Write => ({
  put: {
    ...projectKeys.permission(project, agent_key, grant.permission),
    v: SCHEMA_VERSION,
    ...grant,
    agent_key,
    approval_id,
    created_at: isoTime(now),
  },
});

/** Of a remembered permission, for whoever lists or revokes it. */
export const permissionId = (agent: string, permission: string): string => `${agent}.${permission}`;

/** What an agent may do without asking again. */
export const rememberedPermissionSchema = z
  .object({
    id: z.string(),
    agent_key: z.string(),
    tool: z.string(),
    host: z.string().nullable(),
    method: z.string().nullable(),
    approval_id: z.string(),
    created_at: z.string(),
  })
  .meta({ id: 'RememberedPermission' });
export type RememberedPermission = z.infer<typeof rememberedPermissionSchema>;

/** By agent, of which `newestFirst` is the reverse; `after` and `next` are sort keys. */
export const listPermissions = async (
  project: ProjectScope,
  options: { limit: number; after?: string; newestFirst?: boolean },
): Promise<Page<RememberedPermission>> => {
  const page = await queryPage({
    ...ranges.permissions(project),
    ...options,
  });
  const items = page.items.map(
    (item): RememberedPermission => ({
      id: permissionId(String(item.agent_key), String(item.permission)),
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
