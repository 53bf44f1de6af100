import * as z from 'zod';
import type { DraftTask } from './graph.ts';

const named = z.union([z.string(), z.number()]).transform(String);

/** A task as written by models that were not held to the schema. */
const looseTask = z.object({
  id: named.optional(),
  description: z.string(),
  agent: z.string(),
  depends_on: z.union([z.array(named), named.transform((one) => [one]), z.null().transform(() => [])]).default([]),
  expected_output: z.string().nullish(),
});
const looseGraph = z.union([
  z.object({ tasks: z.array(looseTask) }),
  z.array(looseTask).transform((tasks) => ({ tasks })),
]);

/** As near to an id as a name can be brought: `Step 1` is `Step-1`. */
const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 32);

/** The tasks of a draft that is not quite of its form; `undefined` if it is not a list of tasks at all. */
export const salvage = (draft: unknown, changes: string[]): DraftTask[] | undefined => {
  const parsed = looseGraph.safeParse(draft);
  if (!parsed.success) return undefined;
  return parsed.data.tasks.map(({ id = '', description, agent, depends_on, expected_output }, index) => {
    const own = idOf(id) || `t${index + 1}`;
    if (own !== id) changes.push(`Task ${index + 1} is called "${own}"${id ? ` instead of "${id}"` : ''}.`);
    return {
      id: own,
      description,
      agent,
      depends_on: depends_on.map((on) => idOf(on) || on),
      ...(expected_output && { expected_output }),
    };
  });
};
