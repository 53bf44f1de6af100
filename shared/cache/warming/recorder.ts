import { invocationUnderWay } from '../../observability/invocation.ts';
import type { CacheScope } from '../../store/index.ts';
import type { Place } from '../level.ts';
import type { Access } from './pattern.ts';
import type { Use } from './use.ts';

/** `by`: the invocation that last kept a value of the scope, which alone writes its uses down. */
type Uses = { scope: CacheScope; written_at: number; byName: Map<string, Use>; by: object | undefined };

/** Scopes and values that a container counts at a time; who was heard of longest ago goes first. */
const MAX_SCOPES = 256;
const MAX_NAMES = 200;

/** What is asked for in this container, by scope. */
export class Recorder {
  readonly #scopes = new Map<string, Uses>();
  readonly #head_start: number;

  /** @param head_start milliseconds by which a scope that is new here is written down sooner than those it knows */
  constructor(head_start: number) {
    this.#head_start = head_start;
  }

  /** The counter of a value that memory holds from now on. */
  useOf({ scope, name }: Place, cost: Omit<Use, 'uses'>, now: number): Use {
    const uses = this.#usesOf(scope, now);
    const use = Object.assign(uses.byName.get(name) ?? { uses: 0, ...cost }, cost);
    putLast(uses.byName, name, use, MAX_NAMES);
    use.uses += 1;
    return use;
  }

  #usesOf(scope: CacheScope, now: number): Uses {
    const uses = this.#scopes.get(scope.prefix) ?? {
      scope,
      written_at: now - this.#head_start,
      byName: new Map<string, Use>(),
      by: undefined,
    };
    uses.by = invocationUnderWay();
    putLast(this.#scopes, scope.prefix, uses, MAX_SCOPES);
    return uses;
  }

  /** What was asked for in this invocation's scopes that nothing was written down of since `before`, at most `limit` scopes. */
  take(limit: number, { before, now }: { before: number; now: number }): { scope: CacheScope; accesses: Access[] }[] {
    const mine = invocationUnderWay();
    const due = [...this.#scopes.values()]
      .filter(({ written_at, by }) => written_at <= before && by === mine)
      .slice(0, limit);
    return due.flatMap((uses) => {
      uses.written_at = now;
      const accesses = [...uses.byName].filter(([, { uses: count }]) => count > 0);
      const taken = accesses.map(([name, { uses: score, ...cost }]) => ({ name, score, ...cost }));
      for (const [, use] of accesses) use.uses = 0;
      return taken.length === 0 ? [] : [{ scope: uses.scope, accesses: taken }];
    });
  }
}

const putLast = <V>(map: Map<string, V>, key: string, value: V, limit: number): void => {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > limit && oldest !== undefined) map.delete(oldest);
};
