import type * as z from 'zod';

export const roleNames = [
  'specification_writer',
  'architect',
  'tech_lead',
  'developer',
  'code_writer',
  'reviewer',
  'troubleshooter',
  'bug_hunter',
  'technical_writer',
] as const;
export type RoleName = (typeof roleNames)[number];

/** What a role may call while it works out its answer; all of them only read. */
export type RoleTool = 'file_list' | 'file_read' | 'file_search';

/** A member of the team: what it is told, what it may look at, and what its answer has to be. */
export type Role<Output = unknown> = {
  name: RoleName;
  prompt: string;
  tools: readonly RoleTool[];
  output: z.ZodType<Output>;
};
