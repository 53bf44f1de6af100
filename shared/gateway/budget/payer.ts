import { type Amount, NOTHING, type ReservationRequest, type Spending } from '../../limits/index.ts';
import type { ProviderSettings } from '../settings/upstreams.ts';

/** Who pays for a call: the deployment, out of the user's month; or the user, at the provider, with a key of their own. */
export type Payer = {
  /** The providers that are asked, with the payer's keys and no others. */
  settings: ProviderSettings;
  /** What of the most it can cost is taken from the user's month. */
  part(amount: Amount): Amount;
  /** What it did cost, with what of it the month bears. Its tokens are told either way. */
  share(spending: Spending): Spending;
  mark: Pick<ReservationRequest, 'own_key'>;
};

export const theDeployment = (settings: ProviderSettings): Payer => ({
  settings,
  part: (amount) => amount,
  share: (spending) => spending,
  mark: {},
});

/** Nothing is taken: a reservation of nothing only counts among the calls at a time, and is the sweeper's if a worker dies. */
export const theUser = (settings: ProviderSettings): Payer => ({
  settings,
  part: () => NOTHING,
  share: (spending) => ({ ...spending, ...NOTHING }),
  mark: { own_key: true },
});
