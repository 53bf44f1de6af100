import type { PiiType, SharedScan } from '../../pii/index.ts';
import type { PiiEngine } from '../pii-engine.ts';
import { SECRET_TYPES } from './kinds/secrets.ts';
import type { ChainSetting } from './settings.ts';

/** Types that a policy looks for; `undefined`: all there are. */
type Wanted = readonly PiiType[] | undefined;

/** Of one call: its texts are looked through once for all policies, each of which takes what it looks for. */
export class SharedSearch {
  readonly #wanted: Wanted[];
  #scan: SharedScan | undefined;

  constructor(active: readonly ChainSetting[]) {
    this.#wanted = active.flatMap(wantedBy);
  }

  /** Nothing where only one policy looks: that one looks for its own types alone. */
  scan({ SharedScan }: PiiEngine): { scan?: SharedScan } {
    if (this.#wanted.length < 2) return {};
    this.#scan ??= new SharedScan(unionOf(this.#wanted));
    return { scan: this.#scan };
  }
}

const wantedBy = (setting: ChainSetting): Wanted[] => {
  if (setting.kind === 'secrets') return setting.on === 'response' || setting.action === 'record' ? [] : [SECRET_TYPES];
  if (setting.kind !== 'pii') return [];
  const { types, also } = setting;
  return [types, ...(also ? [also.types] : [])] as Wanted[];
};

const unionOf = (wanted: readonly Wanted[]): Wanted =>
  wanted.includes(undefined) ? undefined : [...new Set(wanted.flatMap((types) => types ?? []))];
