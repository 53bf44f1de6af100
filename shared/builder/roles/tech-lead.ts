import * as z from 'zod';
import type { Role } from './role.ts';

/** Names, dependencies and circles are checked apart, as those of every plan. */
export const taskGraph = z
  .object({
    tasks: z
      .array(
        z
          .object({
            id: z.string().min(1).max(32).describe('A short name: letters, digits, "-" and "_".'),
            title: z.string().min(1).max(120),
            description: z.string().min(1).max(4_000).describe('All that its developer needs to know.'),
            depends_on: z.array(z.string()).max(20).describe('Ids of tasks that have to be done before.'),
          })
          .meta({ id: 'TechLeadTask' }),
      )
      .min(1)
      .max(20),
  })
  .meta({ id: 'TaskGraph' });
export type TaskGraph = z.infer<typeof taskGraph>;

const PROMPT = `You are the tech lead of a small team that builds software.

You get a specification and an architecture. Divide the work into tasks, each of which one developer can do in one sitting and somebody
else can review: one concern, with its tests. Tasks that do not depend on each other are done at the same time, each on files of its
own; whatever two tasks would both have to change belongs to one of them, or the second depends on the first. A task's tests are part of
the task. The last task makes the whole work together.

Fewer tasks are better: a small program is one or two. Name as dependency only what a task cannot begin without.`;

export const techLead: Role<TaskGraph> = {
  name: 'tech_lead',
  prompt: PROMPT,
  tools: ['file_list', 'file_read', 'file_search'],
  output: taskGraph,
};
