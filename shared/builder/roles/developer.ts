import * as z from 'zod';
import type { Role } from './role.ts';

const path = z.string().min(1).max(512);

export const breakdown = z
  .object({
    approach: z.string().min(1).max(4_000).describe('What is done, step by step, and why so.'),
    read: z.array(path).max(40).describe('Files that have to be read before, though they are not changed.'),
    write: z
      .array(z.object({ path, change: z.string().min(1).max(1_000) }).meta({ id: 'FileToWrite' }))
      .min(1)
      .max(40)
      .describe('Files that are made or changed, tests included.'),
  })
  .meta({ id: 'Breakdown' });
export type Breakdown = z.infer<typeof breakdown>;

const PROMPT = `You are a developer in a small team that builds software.

You get one task with the specification and the architecture it belongs to, and the paths of the files that are there. Look at the files
you need to understand. Then break the task down for the colleague who writes the code: which files are read, which are made or changed,
and what is changed in each, precisely enough that no decision is left over. Include the tests of the task, and register them where the
project's test command finds them. Do not touch what the task does not need.

Where an earlier attempt failed, you are told how: plan so that it does not happen again.`;

export const developer: Role<Breakdown> = {
  name: 'developer',
  prompt: PROMPT,
  tools: ['file_list', 'file_read', 'file_search'],
  output: breakdown,
};
