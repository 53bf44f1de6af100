import { createHash } from 'node:crypto';
import type { DetectOptions, Found, PiiType } from '../../../../pii/index.ts';
import type { SessionBlocks } from '../../../dedup/session-blocks.ts';
import type { PiiEngine } from '../../../pii-engine.ts';
import type { PiiSetting, SettingOf } from '../../settings.ts';

/** Cached findings by block, and the length from which a block is cached. */
export type KnownBlocks = { blocks: SessionBlocks; smallest: number };

/** The personal data in a text, in order and without overlaps. */
export type Find = (text: string) => Found[];

/** Looks for what the setting says. Each text of a call is examined once, each block once per session. */
export const finderOf = (engine: PiiEngine, setting: PiiSetting, known?: KnownBlocks): Find => {
  const find = finding(engine, setting);
  return once(known ? cached(find, known, workOf(setting)) : find);
};

/**
 * What is imposed is found as if there was nothing else; what a person wants besides only where that leaves the text alone. In one
 * search a shorter finding of theirs could win over a longer one, of which the rest would leave.
 */
const finding = (engine: PiiEngine, { also, ...setting }: PiiSetting): Find => {
  const options = optionsOf(engine, setting as SettingOf<'pii'>);
  if (!also) return (text) => engine.detect(text, options);
  const further = optionsOf(engine, also);
  return (text) => {
    const found: Found[] = engine.detect(text, options);
    const isFree = (one: Found): boolean => found.every(({ start, end }) => one.end <= start || one.start >= end);
    const more = engine.detect(text, further).filter(isFree);
    return more.length === 0 ? found : [...found, ...more].sort((one, other) => one.start - other.start);
  };
};

const once = (find: Find): Find => {
  const seen = new Map<string, Found[]>();
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

const compiled = ({ customPattern }: PiiEngine, { types, patterns }: SettingOf<'pii'>): DetectOptions => ({
  ...(types && { types: types as PiiType[] }),
  custom: patterns.map(({ name, pattern, ignore_case }) => customPattern({ name, pattern, ignoreCase: ignore_case })),
});

/** Names the work, so that findings under other settings, or by another version of the engine, are not reused. */
const workOf = ({ types, patterns, also }: PiiSetting): string =>
  `pii 2 ${createHash('sha256')
    .update(JSON.stringify([types ?? null, patterns, ...(also ? [also.types ?? null, also.patterns] : [])]))
    .digest('base64url')}`;
