import type { ItemKind } from '../../store/index.ts';
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
      .filter(({ item }) => item.expires_at === undefined)
      .map(found),
};

/** At rest not even what would expire by itself is left: nobody can have written it after the deletion. */
export const expiringLeftovers: Invariant = {
  name: 'leftovers that expire',
  moment: 'at rest',
  broken: (records) =>
    leftIn(records)
      .filter(({ item }) => item.expires_at !== undefined)
      .map(found),
};

const found = (entry: Placed): Found => ({
  about: aboutItem(entry),
  text: 'An item was left behind: what it belongs to is gone.',
  ...mendOf(entry),
});

/** Others may have texts in the bucket, which would stay: they are only told. */
const mendOf = ({ place: { kind, project, id } }: Placed): Pick<Found, 'repair'> => {
  if (kind !== 'permission' || project === undefined) return {};
  const [agent = '', permission = ''] = id.split('#');
  return { repair: { kind: 'remove permission', project, agent, permission } };
};

const leftIn = ({ projects }: Records): Placed[] =>
  projects.flatMap((project) => {
    if (project.state === 'gone') return project.placed;
    // What a project holds goes in no order that would tell an orphan from what goes next.
    return project.state === 'deleting' ? [] : orphans(project);
  });

type Owners = { lanes: Set<string>; sessions: Set<string>; runs: Set<string> };
type HasOwner = (owners: Owners, entry: Placed) => boolean;

const inLane: HasOwner = ({ lanes }, { place }) => lanes.has(place.owner ?? '');
const inSession: HasOwner = ({ sessions }, { place }) => sessions.has(place.owner ?? '');
const inRun: HasOwner = ({ runs }, { place }) => runs.has(place.owner ?? '');
/** `agt_01JD…` of `agt_01JD…#000001`. */
const ofAgent: HasOwner = ({ lanes }, { place }) => lanes.has(place.id.split('#')[0] ?? '');

/** What belongs to something else of its project, and how it says to what. */
const OWNED: Partial<Record<ItemKind, HasOwner>> = {
  health: inLane,
  'lane entry': inLane,
  agent: ofAgent,
  'agent version': ofAgent,
  permission: ofAgent,
  'agent name': ({ lanes }, { item }) => lanes.has(String(item.agent_key)),
  'session pointer': ({ sessions }, { place }) => sessions.has(place.id),
  'session entry': inSession,
  message: inSession,
  events: inSession,
  'log end': inSession,
  subscription: inSession,
  vault: inSession,
  blocks: inSession,
  run: ({ sessions }, { item }) => sessions.has(String(item.session_id)),
  approval: ({ runs }, { item }) => runs.has(String(item.run_id)),
  task: inRun,
  step: inRun,
  round: inRun,
  'approval pointer': inRun,
};

const orphans = ({ ofKind }: ProjectRecords): Placed[] => {
  const ids = (kind: ItemKind): Set<string> => new Set(ofKind(kind).map(({ place }) => place.owner ?? place.id));
  const owners = { lanes: ids('lane'), sessions: ids('session'), runs: ids('run') };
  return Object.entries(OWNED).flatMap(([kind, hasOwner]) =>
    ofKind(kind as ItemKind).filter((entry) => !hasOwner(owners, entry)),
  );
};
