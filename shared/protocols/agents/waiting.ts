import type { Waiting } from '../../approvals/index.ts';
import { isoTime } from '../../core/clock.ts';

const placeOf = (approval: string): string => `/my/approvals/${approval}`;

/** The waiting state for programs, beside the fields of each API. */
export const waitingFields = (waiting: Waiting | undefined) =>
  waiting && {
    artel: {
      status: 'waiting_for_approval' as const,
      run_id: waiting.run,
      approvals: waiting.approvals.map(({ id, expiresAt }) => ({
        id,
        href: placeOf(id),
        expires_at: isoTime(expiresAt),
      })),
    },
  };

/** The waiting state for people. A conversation that ends with it is a request for the answer of that run. */
export const waitingNotice = ({ run, approvals }: Waiting): string =>
  `Waiting for a person to decide: ${approvals.map(({ id }) => placeOf(id)).join(', ')}. ` +
  `Send this conversation again, ending with this message, to get the answer of ${run}.`;

/** The run that a notice at the end of a text names. It only selects what is read: no text decides an approval. */
export const runInNotice = (text: string): string | undefined =>
  /Waiting for a person to decide: [^\n]{1,1000} to get the answer of (run_[0-9A-Za-z]{1,64})\.\s*$/.exec(text)?.[1];
