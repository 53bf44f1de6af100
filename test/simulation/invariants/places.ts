import type { Item } from '../../../infra/local/services/dynamodb/values/types.ts';
import { orchestratorConfigSchema } from '../../../shared/plans/index.ts';

/** A dispatch reads the limit first and writes after; the limit may have been lowered in between, but not long ago. */
const GRACE_MS = 60_000;

const DEFAULT_LIMIT = orchestratorConfigSchema.parse({}).max_parallel;

/** "A user's plans run at most `max_parallel` tasks at a time." (plans) Watches every write, and remembers the limits. */
export class Places {
  /** By partition: a project's, or that of a user's settings of before projects had their own. */
  readonly #limits = new Map<string, { limit: number; since: number }[]>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  wrongMoves(before: Item | undefined, after: Item | undefined): string[] {
    // A task starts below its own project's limit: together they are never more than the highest of a user's limits.
    const place = after?.pk?.S ?? '';
    if (after?.sk?.S?.startsWith('PROJECT#')) {
      const own = `${place}#PRJ#${after.sk.S.slice('PROJECT#'.length)}`;
      this.#limits.set(own, this.#limitsOf(own));
    }
    if (after?.sk?.S === 'ORCHESTRATOR')
      this.#limits.set(place, [...this.#limitsOf(place), { limit: limitIn(after), since: this.#now() }]);
    if (after?.sk?.S !== 'PLAN_LANE') return [];
    const is = placesIn(after);
    const most = this.#most(place);
    return is > placesIn(before) && is > most
      ? [`${is} tasks of plans are under way where at most ${most} may be`]
      : [];
  }

  /** A project without settings has the defaults. */
  #limitsOf(place: string): { limit: number; since: number }[] {
    return this.#limits.get(place) ?? [{ limit: DEFAULT_LIMIT, since: 0 }];
  }

  /** The highest of the limits of a user's projects that were in force a short time ago. */
  #most(user: string): number {
    const places = [...this.#limits.keys()].filter((place) => place === user || place.startsWith(`${user}#PRJ#`));
    const inForce = (places.length > 0 ? places : [user]).flatMap((place) =>
      this.#limitsOf(place).filter(
        (_, at, all) => (all[at + 1]?.since ?? Number.POSITIVE_INFINITY) > this.#now() - GRACE_MS,
      ),
    );
    return Math.max(...inForce.map(({ limit }) => limit));
  }
}

const limitIn = (item: Item): number => Number(item.config?.M?.max_parallel?.N ?? DEFAULT_LIMIT);

const placesIn = (item: Item | undefined): number => item?.places?.SS?.length ?? 0;
