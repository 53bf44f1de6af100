import { createHash } from 'node:crypto';
import type { DetectOptions, PiiType, PlaceholderEntry, Placeholders } from '../../../pii/index.ts';
import type { ModelCall } from '../../call/model-call.ts';
import { PolicyFailed } from '../../chain/errors.ts';
import type { Hooks, Piece, PolicyContext } from '../../chain/policy.ts';
import type { SessionBlocks } from '../../dedup/session-blocks.ts';
import { type PiiEngine, piiEngine } from '../../pii-engine.ts';
import { openPlaceholderStore } from '../../placeholder-store/open-store.ts';
import type { SettingOf } from '../settings.ts';
import { callWith, type TextSource, withTexts } from '../texts.ts';

/** The session's placeholders, or those of a single call. */
export type PlaceholderStore = {
  readonly entries: readonly PlaceholderEntry[];
  add(seen: readonly PlaceholderEntry[], entries: readonly PlaceholderEntry[]): Promise<boolean>;
};

/** Cached findings by block, and the length from which a block is cached. */
export type KnownBlocks = { blocks: SessionBlocks; smallest: number };

/** Calls of one session that add values at the same time retry one after another; more than this many is not plausible. */
const MAX_ATTEMPTS = 8;

/**
 * Replaces personal data by placeholders in requests, and restores it in answers. In tool calls that an agent will carry out
 * the placeholders stay until the call may have the values (`realArguments`). The tool calls of a plain request go to the
 * person's own program, with the values restored.
 */
export const piiHooks = async (
  setting: SettingOf<'pii'>,
  context: PolicyContext,
  known: () => Promise<KnownBlocks | undefined>,
): Promise<Hooks> => {
  const engine = await piiEngine();
  const options = optionsOf(engine, setting);
  const store =
    context.session === undefined ? forOneCall() : await openPlaceholderStore(context.scope, context.session);
  let placeholders: Placeholders = new engine.SessionPlaceholders();
  let stream: InstanceType<PiiEngine['RestoringStream']> | undefined;
  const restored = (text: string): string => engine.restore(text, placeholders);
  return {
    onRequest: async (call) => {
      const work = workOf(setting);
      const replaced = await withPlaceholders(engine, store, async (own) => {
        const blocks = await known();
        const find = blocks ? cached(engine, blocks, work, options) : (text: string) => engine.detect(text, options);
        placeholders = own;
        return redacted(engine, call, own, find, context);
      });
      return replaced;
    },
    onStreamEvent: (piece): Piece[] => {
      if (piece.kind === 'call') {
        if (context.agent !== undefined) return [piece];
        return [{ kind: 'call', call: callWith(piece.call, restored) }];
      }
      stream ??= new engine.RestoringStream(placeholders);
      return textOf(stream.push(piece.text));
    },
    onStreamEnd: () => textOf(stream?.end() ?? ''),
  };
};

const textOf = (text: string): Piece[] => (text === '' ? [] : [{ kind: 'text', text }]);

const forOneCall = (): PlaceholderStore => ({ entries: [], add: async () => true });

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
const workOf = (setting: SettingOf<'pii'>): string =>
  `pii 1 ${createHash('sha256')
    .update(JSON.stringify([setting.types ?? null, setting.patterns]))
    .digest('base64url')}`;

/** Does `work` with the session's placeholders and stores those it adds; repeats it if another call has added some meanwhile. */
const withPlaceholders = async <T>(
  { SessionPlaceholders }: PiiEngine,
  store: PlaceholderStore,
  work: (placeholders: InstanceType<PiiEngine['SessionPlaceholders']>) => Promise<T>,
): Promise<T> => {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const seen = store.entries;
    const placeholders = new SessionPlaceholders(seen);
    const result = await work(placeholders);
    if (await store.add(seen, placeholders.entries())) return result;
  }
  throw new PolicyFailed('pii', new Error('The placeholder store of the session is too busy.'));
};

type Find = (text: string) => Array<{ type: PiiType; start: number; end: number }>;

const redacted = (
  engine: PiiEngine,
  call: ModelCall,
  placeholders: Placeholders,
  find: Find,
  context: PolicyContext,
): ModelCall => {
  const inCalls = context.agent === undefined ? placeholders : keepingKnown(placeholders);
  return withTexts(call, (text, source: TextSource) => {
    const own = source === 'calls' ? inCalls : placeholders;
    const plain = (part: string): string => engine.escapeTyped(part, own);
    let result = '';
    let at = 0;
    for (const { type, start, end } of find(text)) {
      result += plain(text.slice(at, start)) + own.placeholderFor(type, text.slice(start, end));
      at = end;
    }
    return result + plain(text.slice(at));
  });
};

/** Calls the model made earlier still contain placeholders; only those of this session are kept. */
const keepingKnown = (placeholders: Placeholders): Placeholders => ({
  placeholderFor: (type, value) =>
    type === 'LITERAL' && placeholders.valueOf(value) !== undefined ? value : placeholders.placeholderFor(type, value),
  valueOf: (placeholder) => placeholders.valueOf(placeholder),
});

/** Examines each block once per session. The cache holds types and offsets, no texts. */
const cached =
  (engine: PiiEngine, { blocks, smallest }: KnownBlocks, work: string, options: DetectOptions): Find =>
  (text) => {
    if (text.length < smallest) return engine.detect(text, options);
    const kept = blocks.get(work, text);
    if (kept !== undefined) {
      return (JSON.parse(kept) as [PiiType, number, number][]).map(([type, start, end]) => ({ type, start, end }));
    }
    const found = engine.detect(text, options);
    blocks.set(work, text, JSON.stringify(found.map(({ type, start, end }) => [type, start, end])));
    return found;
  };
