import { type ProjectScope, restored } from '../../core/scope.ts';
import { type ItemKind, type Key, keyOfItem, laneKeys, projectKeys, sessionKeys, userKeys } from '../../store/index.ts';
import { aboutItem, type Placed } from '../records/placed.ts';
import type { ProjectRecords } from '../records/project.ts';
import type { Records } from '../records/records.ts';
import type { Found, Invariant } from './invariant.ts';

/** A deleted session, run, agent or project leaves nothing: no item lies where its owner is gone. (bus: "its item goes last") */
export const leftovers: Invariant = {
  name: 'leftovers',
  moment: 'always',
  broken: (records) =>
    leftIn(records)
      .filter(({ entry }) => entry.item.expires_at === undefined)
      .map(found),
};

/** At rest not even what would expire by itself is left: nobody can have written it after the deletion. */
export const expiringLeftovers: Invariant = {
  name: 'leftovers that expire',
  moment: 'at rest',
  broken: (records) =>
    leftIn(records)
      .filter(({ entry }) => entry.item.expires_at !== undefined)
      .map(found),
};

/** What an item belongs to: its id, its own item, and the one by which its user finds it, which a deletion removes first. */
type Owner = { id: string; keys: [Key, ...Key[]] };
type Left = { entry: Placed; owner: Owner };

const found = ({ entry, owner }: Left): Found => ({
  about: aboutItem(entry),
  text: 'An item was left behind: what it belongs to is gone.',
  ...(!POINTERS.includes(entry.place.kind) && {
    repair: { kind: 'remove leftover', key: keyOfItem(entry.item), owner: owner.id, gone: owner.keys },
  }),
});

/** By these a user finds what is there: without the rest, something is lost, and not deleted. They are only told. */
const POINTERS: readonly (ItemKind | undefined)[] = ['agent', 'agent name', 'session pointer', undefined];

const leftIn = ({ user, projects }: Records): Left[] =>
  projects.flatMap((records) => {
    const project = restored({ user_id: user, project_id: records.id });
    const owner: Owner = { id: records.id, keys: [userKeys.project(project.user, records.id)] };
    if (records.state === 'gone') return records.placed.map((entry) => ({ entry, owner }));
    // What a project holds goes in no order that would tell an orphan from what goes next.
    return records.state === 'deleting' ? [] : orphans(project, records);
  });

type OwnerOf = (project: ProjectScope, entry: Placed) => Owner;

const agent = (project: ProjectScope, id: string): Owner => ({
  id,
  keys: [laneKeys.lane(project, id), projectKeys.agent(project, id)],
});
const session = (project: ProjectScope, id: string): Owner => ({
  id,
  keys: [sessionKeys.state(project, id), projectKeys.session(project, id)],
});
const run = (project: ProjectScope, id: string): Owner => ({ id, keys: [projectKeys.run(project, id)] });

const inLane: OwnerOf = (project, { place }) => agent(project, place.owner ?? '');
const inSession: OwnerOf = (project, { place }) => session(project, place.owner ?? '');
const inRun: OwnerOf = (project, { place }) => run(project, place.owner ?? '');
/** `agt_01JD…` of `agt_01JD…#000001`. */
const ofAgent: OwnerOf = (project, { place }) => agent(project, place.id.split('#')[0] ?? '');

/** What belongs to something else of its project, and how it says to what. */
const OWNED: Partial<Record<ItemKind, OwnerOf>> = {
  health: inLane,
  'lane entry': inLane,
  agent: ofAgent,
  'agent version': ofAgent,
  permission: ofAgent,
  'agent name': (project, { item }) => agent(project, String(item.agent_key)),
  'session pointer': (project, { place }) => session(project, place.id),
  'session entry': inSession,
  message: inSession,
  events: inSession,
  'log end': inSession,
  subscription: inSession,
  vault: inSession,
  blocks: inSession,
  run: (project, { item }) => session(project, String(item.session_id)),
  approval: (project, { item }) => run(project, String(item.run_id)),
  task: inRun,
  step: inRun,
  round: inRun,
  'approval pointer': inRun,
  'captured errors': (project, { place }) => ({ id: place.id, keys: [projectKeys.preview(project, place.id)] }),
  'running program': (project, { place }) => ({ id: place.id, keys: [projectKeys.preview(project, place.id)] }),
};

const nameOf = ({ pk, sk }: { pk: string; sk: string }): string => `${pk}|${sk}`;

const orphans = (project: ProjectScope, { placed, ofKind }: ProjectRecords): Left[] => {
  const there = new Set(placed.map(({ item }) => nameOf(item)));
  return Object.entries(OWNED).flatMap(([kind, ownerOf]) =>
    ofKind(kind as ItemKind)
      .map((entry) => ({ entry, owner: ownerOf(project, entry) }))
      .filter(({ owner }) => !there.has(nameOf(owner.keys[0]))),
  );
};
