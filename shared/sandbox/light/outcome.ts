import type { Outcome } from '../contract.ts';
import { CommandRefused } from '../errors.ts';
import type { Reply } from './messages.ts';

type Final = Exclude<Reply, { kind: 'asks' }>;

export const asOutcome = (reply: Final): Outcome => {
  if (reply.kind === 'refused') throw new CommandRefused(reply.message);
  const { kind: _, ...outcome } = reply;
  return { ...outcome, wall: 'light' };
};
