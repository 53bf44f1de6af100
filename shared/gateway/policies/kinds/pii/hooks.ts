import type { PlaceholderEntry, Placeholders, SharedScan, Spellings } from '../../../../pii/index.ts';
import type { ModelCall } from '../../../call/model-call.ts';
import { rewrittenThought } from '../../../call/reasoning.ts';
import { PolicyFailed } from '../../../chain/errors.ts';
import type { Hooks, Piece, PolicyContext } from '../../../chain/policy.ts';
import { type PiiEngine, piiEngine } from '../../../pii-engine.ts';
import { openPlaceholderStore } from '../../../placeholder-store/open-store.ts';
import type { PiiSetting } from '../../settings.ts';
import { WordStreams } from '../../word-streams.ts';
import { redacted, textsOf, withGivenPlaceholders, withValues } from './change.ts';
import { finderOf, type KnownBlocks } from './find.ts';

/** The session's placeholders, or those of a single call. */
export type PlaceholderStore = {
  readonly entries: readonly PlaceholderEntry[];
  add(seen: readonly PlaceholderEntry[], entries: readonly PlaceholderEntry[]): Promise<boolean>;
};

/** Calls of one session that add values at the same time retry one after another; more than this many is not plausible. */
const MAX_ATTEMPTS = 8;

type Tools = {
  known(): Promise<KnownBlocks | undefined>;
  /** What the call's other policies look through its texts with. */
  scan?(engine: PiiEngine): { scan?: SharedScan };
};

/**
 * Replaces personal data by placeholders in requests, and restores it in answers. In tool calls that an agent will carry out
 * the placeholders stay until the call may have the values (`realArguments`). The tool calls of a plain request go to the
 * person's own program, with the values restored.
 */
export const piiHooks = async (
  setting: PiiSetting,
  context: PolicyContext,
  { known, scan = () => ({}) }: Tools,
): Promise<Hooks> => {
  const engine = await piiEngine();
  const { SessionPlaceholders } = engine;
  const { userId: owner } = context.scope;
  let placeholders: Placeholders = new SessionPlaceholders();
  let entries: readonly PlaceholderEntry[] = [];
  let spellings: Spellings | undefined;
  let tools: ModelCall['tools'];
  const restored = (text: string): string => engine.restore(text, placeholders, { spellings });
  // A placeholder that the model rewrote, or a value that it thought of itself, comes back as another text than it has signed.
  const comesBack = (before: string, after: string): boolean =>
    before ===
    engine.replaceFound(after, finderOf(engine, setting, { owner })(after), new SessionPlaceholders(entries));
  // What an agent's model thought goes back to it as it was written, with its placeholders.
  const stream = new WordStreams(
    () => new engine.RestoringStream(placeholders, { spellings }),
    (native) => (context.agent === undefined ? rewrittenThought(native, restored, comesBack) : native),
  );
  return {
    onRequest: async (call) => {
      tools = call.tools;
      const find = finderOf(engine, setting, { owner, known: await known(), ...scan(engine) });
      const first = new SessionPlaceholders();
      const replaced = redacted(engine, call, { placeholders: first, find, context });
      // Nothing was found, so the model is given no placeholder: most calls end here, and wait for no table and no key.
      if (first.entries().length === 0) return replaced;
      const keep = (own: InstanceType<PiiEngine['SessionPlaceholders']>): void => {
        placeholders = own;
        entries = own.entries();
        spellings = engine.spellingsOf(entries, textsOf(call, context));
      };
      if (context.session === undefined) {
        keep(first);
        return replaced;
      }
      const store = await openPlaceholderStore(context.scope, context.session);
      return withPlaceholders(engine, store, (own) => {
        const again = redacted(engine, call, { placeholders: own, find, context });
        keep(own);
        return again;
      });
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

/** Does `work` with the session's placeholders and stores those it adds; repeats it if another call has added some meanwhile. */
const withPlaceholders = async <T>(
  { SessionPlaceholders }: PiiEngine,
  store: PlaceholderStore,
  work: (placeholders: InstanceType<PiiEngine['SessionPlaceholders']>) => T,
): Promise<T> => {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const seen = store.entries;
    const placeholders = new SessionPlaceholders(seen);
    const result = work(placeholders);
    if (await store.add(seen, placeholders.entries())) return result;
  }
  throw new PolicyFailed('pii', new Error('The placeholder store of the session is too busy.'));
};
