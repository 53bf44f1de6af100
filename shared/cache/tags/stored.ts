import * as z from 'zod';
import { DAY, epochSeconds } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import { getItems, type Item, type Key, putItem, SCHEMA_VERSION, updateItem, type Write } from '../../store/index.ts';
import { MAX_LIFETIME } from '../options.ts';

/** A version as it stands. While somebody writes through, nothing that is loaded meanwhile may be kept. */
export type Stored = { version: string; isBeingWritten: boolean };

/** A version that is forgotten is one that no entry remembers: it costs a load, never a wrong value. */
const KEPT_FOR = MAX_LIFETIME + 30 * DAY;

const itemSchema = z.object({ version: z.string(), writers: z.instanceof(Set<string>).optional() });

/** A writer is known by `<until when it may write, in milliseconds>:<its token>`. */
const isWriting = (writer: unknown, now: number): boolean => Number(String(writer).split(':')[0]) > now;

export const storedOf = (item: Item, now: number): Stored => {
  const { version, writers } = itemSchema.parse(item);
  return { version, isBeingWritten: [...(writers ?? [])].some((writer) => isWriting(writer, now)) };
};

/** The items of versions, in one batch. A version that was never raised or has been forgotten has none. */
export const readVersions = (keys: Key[]): Promise<Item[]> => getItems(keys);

const isNew = 'attribute_not_exists(#pk)';

/** Makes the first version of a tag, unless somebody was first. */
export const createVersion = async (key: Key, version: string, now: number): Promise<Stored> => {
  const item = { ...key, v: SCHEMA_VERSION, version, expires_at: epochSeconds(now + KEPT_FOR) };
  const outcome = await putItem(item, { when: isNew });
  if (outcome.ok) return { version, isBeingWritten: false };
  const found = outcome.items[0];
  if (!found) throw new Defect('A version went while it was made.');
  return storedOf(found, now);
};

const RAISE = 'SET #v = :v, #version = :version, #expires_at = :expires_at';
const END_WRITING = `${RAISE} DELETE #writers :writers`;
const BEGIN_WRITING = `${RAISE} ADD #writers :writers`;

type Raise = { version: string; now: number };
type Writing = Raise & { writers: readonly string[] };

const valuesOf = ({ version, now, writers }: Raise & { writers?: readonly string[] | undefined }) => ({
  v: SCHEMA_VERSION,
  version,
  expires_at: epochSeconds(now + KEPT_FOR),
  ...(writers && { writers: new Set(writers) }),
});

const change = async (key: Key, update: string, raise: Parameters<typeof valuesOf>[0]): Promise<Item> => {
  const outcome = await updateItem(key, update, { values: valuesOf(raise) });
  if (!outcome.ok) throw new Defect('A raise without a condition was refused.');
  return outcome.item;
};

/**
 * Gives a tag a version that no entry remembers: one write, whatever hangs on the tag. Writers that never came back are
 * removed, so that values can be stored with a raise again.
 */
export const raiseVersion = async (key: Key, raise: Raise): Promise<void> => {
  const writers = goneFrom(await change(key, RAISE, raise), raise.now);
  if (writers.length > 0) await endWriting(key, { ...raise, writers });
};

/** Raises the version, and says until when the truth behind it may change. Answers writers that never came back. */
export const beginWriting = async (key: Key, writing: Writing): Promise<string[]> =>
  goneFrom(await change(key, BEGIN_WRITING, writing), writing.now);

/** Raises it once more, whether the truth has changed or not. */
export const endWriting = async (key: Key, writing: Writing): Promise<void> => {
  await change(key, END_WRITING, writing);
};

const goneFrom = (item: Item, now: number): string[] =>
  [...(itemSchema.parse(item).writers ?? [])].filter((writer) => !isWriting(writer, now));

const nobodyWrites = 'attribute_not_exists(#writers)';
const isFormer = '#version = :former';
/** Whoever wrote or began to since this writing began may have written the newer truth. */
const onlyThisWrites = `${isFormer} and #writers = :writers`;

/** When a raise may carry a value: `former` is the version it replaces, `writers` those whose writing it ends. */
export type On = { former?: string; writers?: readonly string[] };

/** A raise as a part of the transaction that stores the new value. */
export const raiseWrite = (key: Key, { former, writers, ...raise }: Raise & On): Write => ({
  key,
  update: writers ? END_WRITING : RAISE,
  when: writers ? onlyThisWrites : former === undefined ? nobodyWrites : `${isFormer} and ${nobodyWrites}`,
  values: { ...valuesOf({ ...raise, writers }), former },
});

export const writerText = (until: number, token: string): string => `${until}:${token}`;
