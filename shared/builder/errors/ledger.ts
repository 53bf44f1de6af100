import * as z from 'zod';

/** What became of one group of errors so far. */
const entrySchema = z.object({
  /** `returned`: it was seen again after a fix that had passed. `given_up`: its attempts are used up. */
  state: z.enum(['open', 'fixed', 'returned', 'given_up']),
  attempts: z.int(),
});
export type LedgerEntry = z.infer<typeof entrySchema>;
/** By group of errors; part of what a build remembers, so it is plain data. */
export const ledgerSchema = z.record(z.string(), entrySchema).meta({ id: 'ErrorLedger' });
export type Ledger = Readonly<z.infer<typeof ledgerSchema>>;

/** How often a group may be worked on, whether it is new or has come back. */
export const MAX_ATTEMPTS_PER_GROUP = 3;

const NEW: LedgerEntry = { state: 'open', attempts: 0 };

const entryOf = (ledger: Ledger, group: string): LedgerEntry =>
  Object.hasOwn(ledger, group) ? (ledger[group] ?? NEW) : NEW;

/** The group was seen. Whether it is new, or a fix did not hold, follows from what the ledger says. */
export const seen = (ledger: Ledger, group: string): Ledger => {
  const entry = entryOf(ledger, group);
  return { ...ledger, [group]: entry.state === 'fixed' ? bounded({ ...entry, state: 'returned' }) : entry };
};

/** Whether somebody may still work on the group. */
export const isOpen = (ledger: Ledger, group: string): boolean =>
  ['open', 'returned'].includes(entryOf(ledger, group).state);

/** Somebody worked on the group. */
export const attempted = (ledger: Ledger, group: string, isFixed: boolean): Ledger => {
  const { state, attempts } = entryOf(ledger, group);
  const next = { state, attempts: attempts + 1 };
  return { ...ledger, [group]: isFixed ? { ...next, state: 'fixed' } : bounded(next) };
};

const bounded = (entry: LedgerEntry): LedgerEntry =>
  entry.attempts >= MAX_ATTEMPTS_PER_GROUP ? { ...entry, state: 'given_up' } : entry;
