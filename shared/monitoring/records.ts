import { MINUTE } from '../core/clock.ts';
import { deleteItem, getItem, pointerKeys, putItem, SCHEMA_VERSION, updateItem } from '../store/index.ts';
import { type Snapshot, snapshotSchema, type Walk, walkSchema } from './snapshot.ts';

/** After the last request, figures are kept up for so long; the wish is written again once half of it is over. */
const WANTED_FOR = 10 * MINUTE;

export const isWanted = async (now: number): Promise<boolean> =>
  Number((await getItem(pointerKeys.wanted()))?.until ?? 0) > now;

/** Somebody reads the figures: the sweeper keeps them up. A write in five minutes, however often they are read. */
export const want = async (now: number): Promise<void> => {
  if (await isWanted(now + WANTED_FOR / 2)) return;
  await updateItem(pointerKeys.wanted(), 'SET #v = :v, #until = :until', {
    values: { v: SCHEMA_VERSION, until: now + WANTED_FOR },
  });
};

/** Nothing where none was published, or only one of another version. */
export const readSnapshot = async (): Promise<Snapshot> => {
  const item = await getItem(pointerKeys.snapshot());
  return snapshotSchema.safeParse(item).data ?? {};
};

export const writeSnapshot = async (snapshot: Snapshot): Promise<void> => {
  await putItem({ ...pointerKeys.snapshot(), v: SCHEMA_VERSION, ...snapshot });
};

/** The walk under way, if there is one that this version can go on with. */
export const readWalk = async (): Promise<Walk | undefined> =>
  walkSchema.safeParse(await getItem(pointerKeys.walk())).data;

export const writeWalk = async (walk: Walk | undefined): Promise<void> => {
  if (walk) await putItem({ ...pointerKeys.walk(), v: SCHEMA_VERSION, ...walk });
  else await deleteItem(pointerKeys.walk());
};
