import type { Item } from '../../../infra/local/services/dynamodb/values/types.ts';
import { orchestratorConfigSchema } from '../../../shared/plans/index.ts';

/** A dispatch reads the limit first and writes after; the limit may have been lowered in between, but not long ago. */
const GRACE_MS = 60_000;

const DEFAULT_LIMIT = orchestratorConfigSchema.parse({}).max_parallel;

/** "A user's plans run at most `max_parallel` tasks at a time." (plans) Watches every write, and remembers the limits. */
export class Places {
  readonly #limits = new Map<string, { limit: number; since: number }[]>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  wrongMoves(before: Item | undefined, after: Item | undefined): string[] {
    const user = after?.pk?.S ?? '';
    if (after?.sk?.S === 'ORCHESTRATOR')
      this.#limits.set(user, [...this.#limitsOf(user), { limit: limitIn(after), since: this.#now() }]);
    if (after?.sk?.S !== 'PLAN_LANE') return [];
    const is = placesIn(after);
    const most = this.#most(user);
    return is > placesIn(before) && is > most
      ? [`${is} tasks of plans are under way where at most ${most} may be`]
      : [];
  }

  #limitsOf(user: string): { limit: number; since: number }[] {
    return this.#limits.get(user) ?? [{ limit: DEFAULT_LIMIT, since: 0 }];
  }

  /** The highest of the limits that were in force a short time ago. */
  #most(user: string): number {
    const limits = this.#limitsOf(user);
    const inForce = limits.filter(
      (_, at) => (limits[at + 1]?.since ?? Number.POSITIVE_INFINITY) > this.#now() - GRACE_MS,
    );
    return Math.max(...inForce.map(({ limit }) => limit));
  }
}

const limitIn = (item: Item): number => Number(item.config?.M?.max_parallel?.N ?? DEFAULT_LIMIT);

const placesIn = (item: Item | undefined): number => item?.places?.SS?.length ?? 0;
