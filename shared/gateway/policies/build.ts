import { SECOND } from '../../core/clock.ts';
import type { ModelCall, ModelEvent } from '../call/model-call.ts';
import type { Hooks, Policy, PolicyContext } from '../chain/policy.ts';
import type { SessionBlocks } from '../dedup/session-blocks.ts';
import { keepBlocksAtEnd, openBlocks } from '../dedup/sessions.ts';
import { DEFAULT_LIMITS } from '../dedup/settings.ts';
import type { PiiEngine } from '../pii-engine.ts';
import { dedupHooks, limitsOf } from './kinds/dedup.ts';
import { injectionHooks } from './kinds/injection.ts';
import { judgeHooks } from './kinds/judge.ts';
import { logHooks } from './kinds/log.ts';
import { modelsHooks } from './kinds/models.ts';
import { piiHooks } from './kinds/pii/hooks.ts';
import { replaceHooks } from './kinds/replace.ts';
import { secretsHooks } from './kinds/secrets.ts';
import { toolsHooks } from './kinds/tools.ts';
import type { ChainSetting, SettingOf } from './settings.ts';
import { SharedSearch } from './shared-search.ts';

/** Per hook. A judge asks a model; all others only compute, or read one item. */
const TIMEOUT = { judge: 20 * SECOND, other: 5 * SECOND };

type Ask = (call: ModelCall) => AsyncIterable<ModelEvent>;

/** All but `answers` work on texts; that one stands between them and the model (`gateway.ts`). */
type HookedSetting = Exclude<ChainSetting, { kind: 'answers' }>;
const isHooked = (one: ChainSetting): one is HookedSetting => one.enabled && one.kind !== 'answers';

/** The enabled policies, in their order. `ask` is the gateway itself, for those that ask a model. */
export const policiesOf = (settings: readonly ChainSetting[], ask: Ask): Policy[] => {
  const active = settings.filter(isHooked);
  const dedup = active.find((one): one is SettingOf<'dedup'> => one.kind === 'dedup');
  const search = new SharedSearch(active);
  return active.map((setting) => ({
    name: setting.name,
    kind: setting.kind,
    failure: setting.on_failure,
    timeout: setting.timeout_ms ?? (setting.kind === 'judge' ? TIMEOUT.judge : TIMEOUT.other),
    begin: (context) => hooksOf(setting, context, { ask, dedup, search }),
  }));
};

/** What the policies of one call share. */
type Shared = { ask: Ask; dedup: SettingOf<'dedup'> | undefined; search: SharedSearch };

const hooksOf = (
  setting: HookedSetting,
  context: PolicyContext,
  { ask, dedup, search }: Shared,
): Hooks | Promise<Hooks> => {
  const scan = (engine: PiiEngine) => search.scan(engine);
  switch (setting.kind) {
    case 'models':
      return modelsHooks(setting);
    case 'replace':
      return replaceHooks(setting, context);
    case 'tools':
      return toolsHooks(setting, context);
    case 'injection':
      return injectionHooks(setting, context);
    case 'secrets':
      return secretsHooks(setting, context, scan);
    case 'log':
      return logHooks(context);
    case 'judge': {
      const blocks = new CallBlocks(context, dedup);
      return { ...judgeHooks(setting, context, { ask, verdicts: () => blocks.open() }), close: () => blocks.keep() };
    }
    case 'pii': {
      const blocks = new CallBlocks(context, dedup);
      const known = async () => {
        const opened = dedup && (await blocks.open());
        return opened && { blocks: opened, smallest: dedup.smallest_block };
      };
      return piiHooks(setting, context, { known, scan }).then((hooks) => ({ ...hooks, close: () => blocks.keep() }));
    }
    case 'dedup':
      return dedupHooks(setting, context);
  }
};

/** The blocks of a call's session: opened when a policy first needs them, written when the invocation ends. */
class CallBlocks {
  readonly #context: PolicyContext;
  readonly #limits: typeof DEFAULT_LIMITS;
  #opened: SessionBlocks | undefined;

  constructor(context: PolicyContext, dedup: SettingOf<'dedup'> | undefined) {
    this.#context = context;
    this.#limits = dedup ? limitsOf(dedup) : DEFAULT_LIMITS;
  }

  async open(): Promise<SessionBlocks | undefined> {
    const { scope, session } = this.#context;
    if (session === undefined) return undefined;
    this.#opened ??= await openBlocks(scope, session, this.#limits);
    return this.#opened;
  }

  async keep(): Promise<void> {
    const { scope, session } = this.#context;
    if (this.#opened && session !== undefined) await keepBlocksAtEnd(scope, session, this.#opened, this.#limits);
  }
}
