import * as z from 'zod';
import { DAY, epochSeconds, MINUTE } from '../../core/clock.ts';
import { Conflict } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import {
  createBounded,
  deleteItem,
  due,
  getItem,
  type Item,
  projectKeys,
  putItem,
  ranges,
  SCHEMA_VERSION,
  type StoredItem,
  updateItem,
  userKeys,
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
  /** That shows what the service answers: who looks at it says whether the service is still needed. */
  preview: z.string().optional(),
  ends_at: z.int(),
});
export type MachineItem = z.infer<typeof itemSchema>;

export const readMachine = (item: Item): MachineItem => itemSchema.parse(item);

export const findMachine = async (project: ProjectScope, id: string): Promise<MachineItem | undefined> => {
  const item = await getItem(projectKeys.machine(project, id));
  return item && readMachine(item);
};

/** AWS ends a machine at the end of its lifetime, which counts from its start, a little after the item was written. */
export const SWEPT_AFTER = 2 * MINUTE;

/** Services that run at once, of a project and of all projects of a user. Each has a machine to itself. */
const [MAX_OF_PROJECT, MAX_OF_USER] = [5, 10];

export type Intended = {
  id: string;
  endsAt: number;
  port?: number;
  preview?: string;
  /** When the sweeper looks at it first; by default when it has ended. */
  lookAt?: number;
};

/**
 * Before there is a machine, so that none is ever unknown.
 *
 * @throws Conflict for a service where its project, or its user, has as many as may run
 */
export const intendMachine = async (project: ProjectScope, intended: Intended): Promise<void> => {
  const machine = machineItem(project, intended);
  if (intended.port === undefined) return putMachine(machine);
  const { user } = project;
  const bound = {
    range: ranges.services(user),
    most: MAX_OF_USER,
    creations: userKeys.serviceCreations(user),
    refuses: (items: Item[]) =>
      items.filter(({ project_id }) => project_id === project.projectId).length >= MAX_OF_PROJECT,
  };
  const outcome = await createBounded(bound, [{ put: machine }, { put: serviceItem(project, intended) }]);
  if (outcome === 'full')
    throw new Conflict(
      `At most ${MAX_OF_PROJECT} programs of a project run at once, and ${MAX_OF_USER} of yours. Stop one.`,
    );
};

const putMachine = async (machine: StoredItem): Promise<void> => {
  await putItem(machine);
};

const machineItem = (project: ProjectScope, { id, endsAt, port, preview, lookAt }: Intended): StoredItem => {
  const key = projectKeys.machine(project, id);
  return {
    ...key,
    v: SCHEMA_VERSION,
    kind: MACHINE,
    user_id: project.userId,
    project_id: project.projectId,
    machine: id,
    ...(port !== undefined && { port }),
    ...(preview !== undefined && { preview }),
    ends_at: endsAt,
    ...due(key, Math.min(lookAt ?? Number.POSITIVE_INFINITY, endsAt + SWEPT_AFTER)),
  };
};

/** It goes with the item of the machine; the table forgets one that was left behind by itself. */
const serviceItem = (project: ProjectScope, { id, endsAt }: Intended): StoredItem => ({
  ...userKeys.service(project.user, id),
  v: SCHEMA_VERSION,
  user_id: project.userId,
  project_id: project.projectId,
  expires_at: epochSeconds(endsAt + DAY),
});

const stillIntended = 'attribute_exists(#pk)';

/** Has the sweeper look at one again that it leaves as it is. */
export const lookAgain = async (project: ProjectScope, id: string, at: number): Promise<void> => {
  const key = projectKeys.machine(project, id);
  const values = due(key, at);
  await updateItem(key, 'set #due_at = :due_at, #due_shard = :due_shard', { when: stillIntended, values });
};

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

/** The item that leads to it goes last. */
export const forgetMachine = async (
  project: ProjectScope,
  id: string,
  { isService }: { isService: boolean },
): Promise<void> => {
  if (isService) await deleteItem(userKeys.service(project.user, id));
  await deleteItem(projectKeys.machine(project, id));
};
