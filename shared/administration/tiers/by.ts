import type { Origin } from '../../audit/index.ts';
import type { Clock } from '../../core/clock.ts';
import type { UserScope } from '../../core/scope.ts';

/** An administrator, and where their request came from. */
export type ByAdministrator = { admin: UserScope; origin: Partial<Origin>; clock?: Clock };
