import { type Budget, readBudget } from '../../limits/index.ts';
import { readDelivery, readWebhook } from '../../notifications/index.ts';
import { readProject } from '../../projects/index.ts';
import type { Item } from '../../store/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Placed, placedOf, Reader } from './placed.ts';
import { type ProjectRecords, projectRecordsOf } from './project.ts';

/** Everything a user has, read into the types of its rooms. */
export type Records = {
  user: string;
  now: number;
  sweptAt: number | undefined;
  placed: Placed[];
  projects: ProjectRecords[];
  budgets: { item: Item; budget: Budget }[];
  /** Slots of the user's parallel plan tasks, `<project>|<agent>|<task>`. */
  places: string[];
  /** Tasks of plans that wait for a slot. */
  ready: ReadyEntry[];
  /** Items that their room cannot read. */
  unreadable: Placed[];
};

export type ReadyEntry = { project: string; run: string; task: string };

export const recordsOf = ({ user, items, now, sweptAt }: Snapshot): Records => {
  const placed = placedOf(user, items);
  const reader = new Reader();
  const ofKind = Map.groupBy(placed, ({ place }) => place.kind);
  const known = new Map(
    reader.read(ofKind.get('project') ?? [], readProject).map(({ project_id, state }) => [project_id, state]),
  );
  const inside = Map.groupBy(placed, ({ place }) => place.project);
  // What is told outside is promised nothing but that it can be read.
  reader.read(ofKind.get('webhook') ?? [], readWebhook);
  reader.read(ofKind.get('delivery') ?? [], readDelivery);
  const projects = [...inside].flatMap(([id, own]) => {
    if (id === undefined) return [];
    // A user always has a project. Where none is known, the snapshot is of a test's table that has none.
    const state = known.get(id) ?? (known.size === 0 ? 'active' : 'gone');
    return [projectRecordsOf({ user, project: id, state, now, placed: own, reader })];
  });
  return {
    user,
    now,
    sweptAt,
    placed,
    projects,
    budgets: reader.read(ofKind.get('budget') ?? [], readWithBudget),
    places: (ofKind.get('plan lane') ?? []).flatMap(({ item }) =>
      item.places instanceof Set ? [...(item.places as Set<string>)] : [],
    ),
    ready: (ofKind.get('ready entry') ?? []).map(({ item }) => ({
      project: String(item.project_id),
      run: String(item.run_id),
      task: String(item.task_id),
    })),
    unreadable: reader.unreadable,
  };
};

const readWithBudget = (item: Item): { item: Item; budget: Budget } => ({ item, budget: readBudget(item) });
