import type { ProjectScope, UserScope } from '../../core/scope.ts';
import {
  type Reservation,
  type ReservationRequest,
  reserve,
  type Spending,
  settle,
  type Tier,
  tierOf,
} from '../../limits/index.ts';

/** The record of what each person may spend and has spent. */
export type Ledger = {
  tier(user: UserScope): Promise<Tier>;
  /** Throws a 429 if the request exceeds what is left. */
  reserve(project: ProjectScope, tier: Tier, wish: ReservationRequest): Promise<Reservation>;
  settle(reservation: Reservation, spending: Spending): Promise<void>;
};

export const tableLedger: Ledger = { tier: tierOf, reserve, settle };
