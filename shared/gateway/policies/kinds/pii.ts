import { createHash } from 'node:crypto';
import type { DetectOptions, Found, PiiType, PlaceholderEntry, Placeholders, Spellings } from '../../../pii/index.ts';
import type { ChatMessage, ModelCall, ToolRequest } from '../../call/model-call.ts';
import { rewrittenThought } from '../../call/reasoning.ts';
import { PolicyFailed } from '../../chain/errors.ts';
import type { Hooks, Piece, PolicyContext } from '../../chain/policy.ts';
import type { SessionBlocks } from '../../dedup/session-blocks.ts';
import { type PiiEngine, piiEngine } from '../../pii-engine.ts';
import { openPlaceholderStore } from '../../placeholder-store/open-store.ts';
import type { SettingOf } from '../settings.ts';
import { type TextSource, withTexts } from '../texts.ts';
import { WordStreams } from '../word-streams.ts';

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
  let entries: readonly PlaceholderEntry[] = [];
  let spellings: Spellings | undefined;
  let tools: ModelCall['tools'];
  const restored = (text: string): string => engine.restore(text, placeholders, { spellings });
  // A placeholder that the model rewrote, or a value that it thought of itself, comes back as another text than it has signed.
  const comesBack = (before: string, after: string): boolean =>
    before === engine.redact(after, new engine.SessionPlaceholders(entries), options).text;
  // What an agent's model thought goes back to it as it was written, with its placeholders.
  const stream = new WordStreams(
    () => new engine.RestoringStream(placeholders, { spellings }),
    (native) => (context.agent === undefined ? rewrittenThought(native, restored, comesBack) : native),
  );
  return {
    onRequest: async (call) => {
      const work = workOf(setting);
      const replaced = await withPlaceholders(engine, store, async (own) => {
        const blocks = await known();
        const find = blocks ? cached(engine, blocks, work, options) : (text: string) => engine.detect(text, options);
        const replaced = redacted(engine, call, { placeholders: own, find, context });
        placeholders = own;
        entries = own.entries();
        tools = call.tools;
        spellings = engine.spellingsOf(own.entries(), textsOf(call, context));
        return replaced;
      });
      return replaced;
    },
    onStreamEvent: (piece): Piece[] => {
      if (piece.kind === 'call') {
        const change = context.agent === undefined ? withValues : withGivenPlaceholders;
        return [{ kind: 'call', call: change(engine, piece.call, { placeholders, spellings, tools }) }];
      }
      return stream.push(piece);
    },
    onStreamEnd: () => stream.end(),
  };
};

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
  `pii 2 ${createHash('sha256')
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

type Find = (text: string) => Found[];

type Redaction = { placeholders: Placeholders; find: Find; context: PolicyContext };

const redacted = (engine: PiiEngine, call: ModelCall, { placeholders, find, context }: Redaction): ModelCall => {
  const inCalls = context.agent === undefined ? placeholders : keepingKnown(placeholders);
  const change = (text: string, own: Placeholders): string => engine.replaceFound(text, find(text), own);
  // Arguments are JSON and are changed as a whole: the name before a number tells what it is.
  const replaced = withArguments(call, (text) => change(text, inCalls));
  const changed = (text: string, source: TextSource): string => {
    if (source === 'calls') return text;
    return change(text, source === 'reasoning' ? inCalls : placeholders);
  };
  // A plain call's thoughts have the values where their model wrote placeholders, an agent's are as their model wrote them.
  return withTexts(replaced, changed, { keepsSignatures: context.agent === undefined });
};

const withArguments = (call: ModelCall, change: (text: string) => string): ModelCall => {
  let isChanged = false;
  const changed = (one: ToolRequest): ToolRequest => {
    const text = change(one.arguments);
    isChanged ||= text !== one.arguments;
    return { ...one, arguments: text };
  };
  const messages = call.messages.map(
    (message): ChatMessage =>
      message.role === 'assistant' && message.calls ? { ...message, calls: message.calls.map(changed) } : message,
  );
  return isChanged ? { ...call, messages } : call;
};

/** All texts that the model is given, except an agent's earlier calls and thoughts, which contain placeholders of its own. */
const textsOf = (call: ModelCall, context: PolicyContext): string[] => {
  const texts: string[] = [];
  withTexts(call, (text, source) => {
    if ((source !== 'calls' && source !== 'reasoning') || context.agent === undefined) texts.push(text);
    return text;
  });
  return texts;
};

type Values = { placeholders: Placeholders; spellings: Spellings | undefined; tools: ModelCall['tools'] };

const withValues = (engine: PiiEngine, call: ToolRequest, { placeholders, spellings, tools }: Values): ToolRequest => {
  const schema = tools?.find(({ name }) => name === call.name)?.parameters;
  return { ...call, arguments: engine.restoreArguments(call.arguments, placeholders, schema, { spellings }) };
};

/** `realArguments` knows placeholders only as they were given: it does not see the texts that tell names from placeholders. */
const withGivenPlaceholders = (
  engine: PiiEngine,
  call: ToolRequest,
  { placeholders, spellings }: Values,
): ToolRequest =>
  spellings === undefined
    ? call
    : { ...call, arguments: engine.respellArguments(call.arguments, placeholders, spellings) };

/** Calls the model made earlier still contain placeholders; only those of this session are kept. */
const keepingKnown = (placeholders: Placeholders): Placeholders => ({
  placeholderFor: (type, value, number) =>
    type === 'LITERAL' && placeholders.valueOf(value) !== undefined
      ? value
      : placeholders.placeholderFor(type, value, number),
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
