export { dollars, inDollars } from '../core/dollars.ts';
export { type Amount, NOTHING, PARTS, plus } from './budget/amount.ts';
export { type Charge, chargeSchema, listCharges, type Spending } from './budget/charge.ts';
export { NO_AGENT } from './budget/figures.ts';
export { type Budget, monthOf, type Reservation, readBudget, reserved, unspent } from './budget/item.ts';
export { type PublicCharge, publicCharge, publicChargeSchema } from './budget/public-charge.ts';
export { findBudget, releaseReservations } from './budget/release.ts';
export { type ReservationRequest, reserve } from './budget/reserve.ts';
export { type SessionUsage, sessionUsageSchema, usageBySession } from './budget/session-usage.ts';
export { settle } from './budget/settle.ts';
export { Tab } from './budget/tab.ts';
export { admitLink, admitMail, LINKS_LIMIT, MAIL_REQUESTS_LIMIT, MAILS_LIMIT } from './links.ts';
export { networkOf } from './network.ts';
export {
  type Admission,
  admitRequest,
  type RateLimit,
  VISITOR_LIMIT,
  type Visitor,
  type Weight,
} from './rate/admit.ts';
export { admitRegistration, REGISTRATION_LIMIT } from './registration.ts';
export {
  ACCOUNT_LIMIT,
  ADDRESS_LIMIT,
  admitSignIn,
  type SignInAttempt,
  STRANGERS_LIMIT,
  signInFailed,
  signInSucceeded,
  unlockSignIn,
} from './sign-in.ts';
export { configuredTiers } from './tier/configured.ts';
export { createWithinAgents, createWithinProjects, createWithinWebhooks } from './tier/counts.ts';
export { tierOf } from './tier/of-user.ts';
export {
  findStoredTier,
  forgetTiers,
  listStoredTiers,
  type StoredTier,
  storedTierItem,
  TIER_STANDS,
} from './tier/stored.ts';
export { admitsModel, DEFAULT_TIER, type Tier, tierNamed } from './tier/tiers.ts';
