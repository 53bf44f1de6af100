import * as z from 'zod';
import { isoTime } from '../core/clock.ts';
import type { UserScope } from '../core/scope.ts';
import { type Item, SCHEMA_VERSION, userKeys } from '../store/index.ts';

/** What is stored about a project; its contents are in partitions of their own. */
const storedSchema = z.object({
  project_id: z.string(),
  name: z.string(),
  is_default: z.boolean(),
  state: z.enum(['active', 'deleting']),
  created_at: z.string(),
  updated_at: z.string(),
});
export type StoredProject = z.infer<typeof storedSchema>;

export const projectSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    is_default: z.boolean(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: 'Project' });
export type Project = z.infer<typeof projectSchema>;

export const readProject = (item: Item): StoredProject => storedSchema.parse(item);

export const projectOf = ({ project_id, name, is_default, created_at, updated_at }: StoredProject): Project => ({
  id: project_id,
  name,
  is_default,
  created_at,
  updated_at,
});

/** A new project as an item; the default one is written in the transaction that registers its user. */
export const projectItem = (
  user: UserScope,
  project: { id: string; name: string; isDefault: boolean },
  now: number,
) => ({
  ...userKeys.project(user, project.id),
  v: SCHEMA_VERSION,
  kind: 'project',
  user_id: user.userId,
  project_id: project.id,
  name: project.name,
  is_default: project.isDefault,
  state: 'active' as const,
  created_at: isoTime(now),
  updated_at: isoTime(now),
});
