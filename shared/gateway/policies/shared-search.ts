import type { PiiType, SharedScan } from '../../pii/index.ts';
import type { PiiEngine } from '../pii-engine.ts';
import { typesOf } from './kinds/pii/find.ts';
import { SECRET_TYPES } from './kinds/secrets.ts';
import type { ChainSetting } from './settings.ts';

/** Types that a policy looks for; `undefined`: those that are looked for by default. */
type Wanted = readonly PiiType[] | undefined;
type Types = Pick<PiiEngine, 'DEFAULT_TYPES'>;

/** Of one call: its texts are looked through once for all policies, each of which takes what it looks for. */
export class SharedSearch {
  readonly #wanted: ((engine: Types) => Wanted)[];
  #scan: SharedScan | undefined;

  constructor(active: readonly ChainSetting[]) {
    this.#wanted = active.flatMap(wantedBy);
  }

  /** Nothing where only one policy looks: that one looks for its own types alone. */
  scan(engine: PiiEngine): { scan?: SharedScan } {
    if (this.#wanted.length < 2) return {};
    this.#scan ??= new engine.SharedScan(unionOf(this.#wanted, engine));
    return { scan: this.#scan };
  }
}

const wantedBy = (setting: ChainSetting): ((engine: Types) => Wanted)[] => {
  if (setting.kind === 'secrets')
    return setting.on === 'response' || setting.action === 'record' ? [] : [() => SECRET_TYPES];
  if (setting.kind !== 'pii') return [];
  return [setting, ...(setting.also ? [setting.also] : [])].map((one) => (engine) => typesOf(engine, one));
};

const unionOf = (wanted: readonly ((engine: Types) => Wanted)[], engine: Types): readonly PiiType[] => [
  ...new Set(wanted.flatMap((types) => types(engine) ?? engine.DEFAULT_TYPES)),
];
