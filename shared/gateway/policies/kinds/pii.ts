import { createHash } from 'node:crypto';
import type { DetectOptions, PiiType, PlaceholderEntry, Placeholders } from '../../../pii/index.ts';
import type { ModelCall } from '../../call/model-call.ts';
import { PolicyFailed } from '../../chain/errors.ts';
import type { Hooks, Piece, PolicyContext } from '../../chain/policy.ts';
import type { SessionBlocks } from '../../dedup/session-blocks.ts';
import { type PiiEngine, piiEngine } from '../../pii-engine.ts';
import { openPlaceholderStore } from '../../placeholder-store/session-store.ts';
import type { SettingOf } from '../settings.ts';
import { callWith, type TextSource, withTexts } from '../texts.ts';

/** Where the placeholders of a call live: the session's vault, or for the call alone. */
export type PlaceholderStore = {
  readonly entries: readonly PlaceholderEntry[];
  add(seen: readonly PlaceholderEntry[], entries: readonly PlaceholderEntry[]): Promise<boolean>;
};

/** Findings by block, and the shortest block that is worth it. */
export type KnownBlocks = { blocks: SessionBlocks; smallest: number };

/** Two calls of one session that both bring new values go one after the other; so many at once are more than that. */
const MAX_ATTEMPTS = 8;

/**
 * Personal data leaves as placeholders and comes back as itself. In tool calls that an agent's loop will carry out the
 * placeholders stay: they get their values when the call may have them (`realArguments`). A person's own program, which
 * gets the calls of a plain request, gets the values back.
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
        const find = blocks
          ? remembered(engine, blocks, work, options)
          : (text: string) => engine.detect(text, options);
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

/** Settings stay the same objects for as long as a container knows them: their patterns are made ready once. */
const ready = new WeakMap<SettingOf<'pii'>, DetectOptions>();

export const optionsOf = (engine: PiiEngine, setting: SettingOf<'pii'>): DetectOptions => {
  const options = ready.get(setting) ?? compiled(engine, setting);
  ready.set(setting, options);
  return options;
};

const compiled = ({ customPattern }: PiiEngine, { types, patterns }: SettingOf<'pii'>): DetectOptions => ({
  ...(types && { types: types as PiiType[] }),
  custom: patterns.map(({ name, pattern, ignore_case }) => customPattern({ name, pattern, ignoreCase: ignore_case })),
});

/** Findings made under other settings, or by another edition of the engine, are not taken for these. */
const workOf = (setting: SettingOf<'pii'>): string =>
  `pii 1 ${createHash('sha256')
    .update(JSON.stringify([setting.types ?? null, setting.patterns]))
    .digest('base64url')}`;

/** Does `work` with the session's placeholders and keeps those it adds; anew, when another call has added some meanwhile. */
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
  throw new PolicyFailed('pii', new Error('The vault of the session is too busy.'));
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
  return withTexts(call, (text, place: TextSource) => {
    const own = place === 'calls' ? inCalls : placeholders;
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

/** In calls that the model made earlier its own placeholders still stand; only those of this session are kept. */
const keepingKnown = (placeholders: Placeholders): Placeholders => ({
  placeholderFor: (type, value) =>
    type === 'LITERAL' && placeholders.valueOf(value) !== undefined ? value : placeholders.placeholderFor(type, value),
  valueOf: (placeholder) => placeholders.valueOf(placeholder),
});

/** Finds in a block once a session: what is kept are types and places, no texts. */
const remembered =
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
