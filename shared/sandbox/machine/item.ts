import * as z from 'zod';
import { MINUTE } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import {
  deleteItem,
  due,
  getItem,
  type Item,
  projectKeys,
  putItem,
  queryAll,
  ranges,
  SCHEMA_VERSION,
  updateItem,
} from '../../store/index.ts';

/** The kind of the item by which the sweeper knows it. */
export const MACHINE = 'machine';

const itemSchema = z.object({
  machine: z.string(),
  /** AWS's name of it, and where it is reached; absent between the decision to start it and the answer that it was. */
  microvm: z.string().optional(),
  endpoint: z.string().optional(),
  /** Of the service it runs; absent where it runs one command. */
  port: z.int().optional(),
  ends_at: z.int(),
});
export type MachineItem = z.infer<typeof itemSchema>;

export const readMachine = (item: Item): MachineItem => itemSchema.parse(item);

export const findMachine = async (project: ProjectScope, id: string): Promise<MachineItem | undefined> => {
  const item = await getItem(projectKeys.machine(project, id));
  return item && readMachine(item);
};

/** AWS ends a machine at the end of its lifetime, which counts from its start, a little after the item was written. */
const SWEPT_AFTER = 2 * MINUTE;

type Intended = { id: string; endsAt: number; port?: number };

/** Before there is a machine, so that none is ever unknown. */
export const intendMachine = async (project: ProjectScope, { id, endsAt, port }: Intended): Promise<void> => {
  const key = projectKeys.machine(project, id);
  await putItem({
    ...key,
    v: SCHEMA_VERSION,
    kind: MACHINE,
    user_id: project.userId,
    project_id: project.projectId,
    machine: id,
    ...(port !== undefined && { port }),
    ends_at: endsAt,
    ...due(key, endsAt + SWEPT_AFTER),
  });
};

/** Services of a project that are started, or are about to be. */
export const countServices = async (project: ProjectScope, now: number): Promise<number> => {
  let count = 0;
  for await (const item of queryAll(ranges.machines(project))) {
    const { port, ends_at } = readMachine(item);
    if (port !== undefined && ends_at > now) count += 1;
  }
  return count;
};

const stillIntended = 'attribute_exists(#pk)';

/** False: the project was removed meanwhile, or the sweeper was here; nobody will end the machine but whoever started it. */
export const noteStarted = async (
  project: ProjectScope,
  id: string,
  { microvm, endpoint }: { microvm: string; endpoint: string },
): Promise<boolean> => {
  const outcome = await updateItem(projectKeys.machine(project, id), 'set #microvm = :microvm, #endpoint = :endpoint', {
    when: stillIntended,
    values: { microvm, endpoint },
  });
  return outcome.ok;
};

export const forgetMachine = async (project: ProjectScope, id: string): Promise<void> => {
  await deleteItem(projectKeys.machine(project, id));
};
