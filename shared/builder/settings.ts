import * as z from 'zod';
import { storableNumber } from '../core/storable.ts';
import { pageSchema } from './progress.ts';

/** When a person is asked before the team goes on. */
export const oversights = ['every_step', 'milestones', 'none'] as const;
export const oversightSchema = z.enum(oversights).meta({ id: 'BuildOversight' });
export type Oversight = z.infer<typeof oversightSchema>;

const limits = {
  max_tokens: z.int().min(1_000).max(50_000_000),
  /** US dollars; without it money is limited by the user's month alone. */
  max_cost: storableNumber(0.000_001, 1_000).optional(),
  /** Of work: what a person takes to decide does not count. */
  max_minutes: z.number().min(0.1).max(1_440),
  /** At one task of the plan, and at tests that fail. */
  max_attempts: z.int().min(1).max(10),
};

/** What a build may use up before it gives up. */
export const buildLimitsSchema = z
  .strictObject({
    max_tokens: limits.max_tokens.default(2_000_000),
    max_cost: limits.max_cost,
    max_minutes: limits.max_minutes.default(60),
    max_attempts: limits.max_attempts.default(3),
  })
  .meta({ id: 'BuildLimits' });
export type BuildLimits = z.infer<typeof buildLimitsSchema>;

/** What a person settles when a build begins. */
export const buildSettingsSchema = z.object({
  oversight: oversightSchema.default('milestones'),
  /** The name of a template whose files the project begins with. */
  template: z.string().optional(),
  limits: buildLimitsSchema.prefault({}),
});
export type BuildSettings = z.infer<typeof buildSettingsSchema>;

/** As they are stored with the task. */
const storedSettingsSchema = buildSettingsSchema.extend({
  /** The page whose errors are to be mended; nothing else is built then. */
  fix: pageSchema.optional(),
});
export type StoredSettings = z.infer<typeof storedSettingsSchema>;

export const readSettings = (text: string): StoredSettings => storedSettingsSchema.parse(JSON.parse(text));

/** What a build that goes on from another has otherwise than that one. */
export const changedSettingsSchema = z.object({
  oversight: oversightSchema.optional().meta({ description: 'By default as the build before had it.' }),
  limits: z
    .strictObject({
      max_tokens: limits.max_tokens.optional(),
      max_cost: limits.max_cost,
      max_minutes: limits.max_minutes.optional(),
      max_attempts: limits.max_attempts.optional(),
    })
    .optional()
    .meta({ id: 'ChangedBuildLimits', description: 'What is not named stays as the build before had it.' }),
});
export type ChangedSettings = z.infer<typeof changedSettingsSchema>;

/** A template is what a project begins with: whoever goes on needs none. */
export const changedSettings = (
  { template: _, ...before }: BuildSettings,
  { oversight = before.oversight, limits: changed }: ChangedSettings,
): BuildSettings => ({ oversight, limits: buildLimitsSchema.parse({ ...before.limits, ...changed }) });
