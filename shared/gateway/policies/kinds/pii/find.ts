import { hash } from 'node:crypto';
import type { DetectOptions, Found, PiiType, SharedScan } from '../../../../pii/index.ts';
import type { SessionBlocks } from '../../../dedup/session-blocks.ts';
import type { PiiEngine } from '../../../pii-engine.ts';
import { type Find, remembering } from '../../remembered.ts';
import type { PiiSetting, SettingOf } from '../../settings.ts';

/** Cached findings by block, and the length from which a block is cached. */
export type KnownBlocks = { blocks: SessionBlocks; smallest: number };

type Looking = {
  owner: string;
  /** What the call's other policies look through with this one. */
  scan?: SharedScan;
  known?: KnownBlocks | undefined;
};

/** Looks for what the setting says. Each text of a call is examined once, each block once per session. */
export const finderOf = (engine: PiiEngine, setting: PiiSetting, { owner, scan, known }: Looking): Find => {
  const work = workOf(setting);
  const find = remembering(finding(engine, setting, scan), { owner, work });
  return once(known ? cached(find, known, work) : find);
};

/**
 * What is imposed is found as if there was nothing else; what a person wants besides only where that leaves the text alone. In one
 * search a shorter finding of theirs could win over a longer one, of which the rest would leave.
 */
const finding = (engine: PiiEngine, setting: PiiSetting, scan?: SharedScan): Find => {
  const { also } = setting;
  const shared = scan && { scan };
  const options = { ...optionsOf(engine, setting), ...shared };
  if (!also) return (text) => engine.detect(text, options);
  const further = { ...optionsOf(engine, also), ...shared };
  return (text) => {
    const found = engine.detect(text, options);
    const isFree = (one: Found): boolean => found.every(({ start, end }) => one.end <= start || one.start >= end);
    const more = engine.detect(text, further).filter(isFree);
    return more.length === 0 ? found : [...found, ...more].sort((one, other) => one.start - other.start);
  };
};

const once = (find: Find): Find => {
  const seen = new Map<string, ReturnType<Find>>();
  return (text) => {
    const found = seen.get(text) ?? find(text);
    seen.set(text, found);
    return found;
  };
};

/** Examines each block once per session. The cache holds types and offsets, no texts. */
const cached =
  (find: Find, { blocks, smallest }: KnownBlocks, work: string): Find =>
  (text) => {
    if (text.length < smallest) return find(text);
    const kept = blocks.get(work, text);
    if (kept !== undefined) {
      return (JSON.parse(kept) as [PiiType, number, number][]).map(([type, start, end]) => ({ type, start, end }));
    }
    const found = find(text);
    blocks.set(work, text, JSON.stringify(found.map(({ type, start, end }) => [type, start, end])));
    return found;
  };

/** Settings stay the same objects while a container caches them, so their patterns are compiled once. */
const compiledOptions = new WeakMap<SettingOf<'pii'>, DetectOptions>();

export const optionsOf = (engine: PiiEngine, setting: SettingOf<'pii'>): DetectOptions => {
  const options = compiledOptions.get(setting) ?? compiled(engine, setting);
  compiledOptions.set(setting, options);
  return options;
};

const compiled = (engine: PiiEngine, setting: SettingOf<'pii'>): DetectOptions => {
  const types = typesOf(engine, setting);
  return {
    ...(types && { types }),
    custom: setting.patterns.map(({ name, pattern, ignore_case }) =>
      engine.customPattern({ name, pattern, ignoreCase: ignore_case }),
    ),
  };
};

/** The types that a policy looks for; `undefined`: those that are looked for by default. */
export const typesOf = (
  { DEFAULT_TYPES }: Pick<PiiEngine, 'DEFAULT_TYPES'>,
  { types, more_types: more }: Pick<SettingOf<'pii'>, 'types' | 'more_types'>,
): readonly PiiType[] | undefined => {
  const named = types as readonly PiiType[] | undefined;
  return more === undefined ? named : [...new Set([...(named ?? DEFAULT_TYPES), ...more])];
};

/** Names the work, so that findings under other settings, or by another version of the engine, are not reused. */
const workOf = (setting: PiiSetting): string => {
  const known = works.get(setting);
  if (known !== undefined) return known;
  const wanted = [setting, ...(setting.also ? [setting.also] : [])].map(({ types, more_types, patterns }) => [
    types ?? null,
    more_types ?? null,
    patterns,
  ]);
  const work = `pii 4 ${hash('sha256', JSON.stringify(wanted), 'base64url')}`;
  works.set(setting, work);
  return work;
};

const works = new WeakMap<PiiSetting, string>();
