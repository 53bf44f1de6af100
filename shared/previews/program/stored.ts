import * as z from 'zod';
import { MINUTE } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { getItem, type Item, projectKeys, SCHEMA_VERSION, type StoredItem } from '../../store/index.ts';
import { forgottenAt, type StoredPreview } from '../preview.ts';

const storedSchema = z.object({
  /** The machine that it runs in, whose name is chosen before there is one; absent: it was stopped, or its time was over. */
  service: z.string().optional(),
  /** Of the files that it was started on. */
  version: z.int(),
  /** When it was last started. */
  begun_at: z.int(),
  /** When it was last asked something, to the minute. */
  asked_at: z.int().optional(),
  /** Whether its machine has said that it was started. */
  is_begun: z.boolean(),
  /** Somebody starts it again on other files, and gives up by then. */
  renewing_until: z.int().optional(),
});
export type Running = z.infer<typeof storedSchema>;

const readRunning = (item: Item): Running => storedSchema.parse(item);

/** A machine that has not said by then that the program was started never will. */
export const STARTS_WITHIN = 2 * MINUTE;

export type Intended = { service: string; version: number; now: number };

/** Of a program that is about to be started. */
export const programItem = (
  project: ProjectScope,
  preview: StoredPreview,
  { now, ...intended }: Intended,
): StoredItem => ({
  ...projectKeys.program(project, preview.preview_id),
  v: SCHEMA_VERSION,
  user_id: project.userId,
  project_id: project.projectId,
  ...intended,
  begun_at: now,
  is_begun: false,
  expires_at: forgottenAt(preview),
});

/** `undefined`: the preview shows files, or has ended. */
export const findRunning = async (project: ProjectScope, preview: string): Promise<Running | undefined> => {
  const item = await getItem(projectKeys.program(project, preview));
  return item && readRunning(item);
};
