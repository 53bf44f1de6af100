import * as z from 'zod';
import { type Clock, isoTime, systemClock } from '../core/clock.ts';
import { Conflict, NotFound } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import {
  createBounded,
  deleteItem,
  getItem,
  type Item,
  projectKeys,
  putItem,
  queryPage,
  ranges,
  SCHEMA_VERSION,
  type StoredItem,
} from '../store/index.ts';
import { seal, unseal } from './seal.ts';

export const secretNameSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'Letters, digits, "_" and "-", beginning with a letter, at most 64.');

/** What an HTTP header can carry. */
export const secretValueSchema = z
  .string()
  .min(1)
  .max(8_192)
  .regex(/^[\x20-\x7e]+$/, 'Printable ASCII characters only, as headers carry them.');

/** The public view of a secret: never its value. */
export const secretSchema = z
  .object({ name: secretNameSchema, created_at: z.string(), updated_at: z.string() })
  .meta({ id: 'Secret' });
export type Secret = z.infer<typeof secretSchema>;

/** Bounds the cost of a listing, and what a stolen key could pile up. */
export const MAX_SECRETS = 100;
const stored = z.object({
  name: z.string(),
  data_key: z.instanceof(Uint8Array),
  sealed: z.instanceof(Uint8Array),
  created_at: z.number(),
  updated_at: z.number(),
});

const contextOf = (project: ProjectScope, name: string) => ({
  user: project.userId,
  project: project.projectId,
  secret: name,
});

const shown = (item: Item): Secret => {
  const { name, created_at, updated_at } = stored.parse(item);
  return { name, created_at: isoTime(created_at), updated_at: isoTime(updated_at) };
};

/** Stores a secret or its new value, which is used from the next call on. */
export const storeSecret = async (
  project: ProjectScope,
  { name, value }: { name: string; value: string },
  clock: Clock = systemClock,
): Promise<Secret> => {
  const key = projectKeys.secret(project, name);
  const existing = await getItem(key);
  const now = clock.now();
  const item = {
    ...key,
    v: SCHEMA_VERSION,
    name,
    ...(await seal(value, contextOf(project, name))),
    created_at: Number(existing?.created_at ?? now),
    updated_at: now,
  };
  if (existing) await putItem(item);
  else await addSecret(project, item);
  return shown(item);
};

const addSecret = async (project: ProjectScope, item: StoredItem): Promise<void> => {
  const creations = projectKeys.secretCreations(project);
  const outcome = await createBounded({ range: ranges.secrets(project), most: MAX_SECRETS, creations }, [
    { put: item },
  ]);
  if (outcome !== 'full') return;
  throw new Conflict(`A project has at most ${MAX_SECRETS} secrets. Delete one that is no longer used.`);
};

/** By name, of which `newestFirst` is the reverse; `after` and `next` are sort keys. */
export const listSecrets = async (
  project: ProjectScope,
  { limit, after, newestFirst = false }: { limit: number; after?: string; newestFirst?: boolean },
): Promise<{ items: Secret[]; next: string | undefined }> => {
  const page = await queryPage({ ...ranges.secrets(project), limit, newestFirst, ...(after && { after }) });
  return { items: page.items.map(shown), next: page.next };
};

/** The value, for a call that is made with it. Only the function that makes such calls may open it. */
export const readSecret = async (project: ProjectScope, name: string): Promise<string | undefined> => {
  const item = await getItem(projectKeys.secret(project, name));
  return item && unseal(stored.parse(item), contextOf(project, name));
};

export const removeSecret = async (project: ProjectScope, name: string): Promise<void> => {
  const outcome = await deleteItem(projectKeys.secret(project, name), { when: 'attribute_exists(#pk)' });
  if (!outcome.ok) throw new NotFound('There is no such secret.');
};
