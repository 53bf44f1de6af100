import type { Operation } from '../routing/operation.ts';
import { approvalOperations } from './approvals.ts';
import { chatOperations } from './chat.ts';
import { journalOperations } from './journal.ts';
import { planOperations } from './plans.ts';
import { questionOperations } from './questions.ts';
import { sessionOperations } from './sessions.ts';
import { socketTicketOperations } from './socket-ticket.ts';

/** Work under way and what it asks of its person: sessions, runs, approvals, plans. The stream of events is apart. */
export const myOperations: Operation[] = [
  ...sessionOperations,
  ...chatOperations,
  ...journalOperations,
  ...approvalOperations,
  ...questionOperations,
  ...planOperations,
  ...socketTicketOperations,
];
