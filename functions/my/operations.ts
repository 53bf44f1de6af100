import type { Operation } from '../routing/operation.ts';
import { agentOperations } from './agents.ts';
import { approvalOperations } from './approvals.ts';
import { chatOperations } from './chat.ts';
import { keyOperations } from './keys.ts';
import { memoryOperations } from './memory/operations.ts';
import { orchestratorOperations } from './orchestrator.ts';
import { planOperations } from './plans.ts';
import { profileOperations } from './profile.ts';
import { projectOperations } from './projects.ts';
import { secretOperations } from './secrets.ts';
import { sessionOperations } from './sessions.ts';
import { socketTicketOperations } from './socket-ticket.ts';
import { usageCallOperations } from './usage-calls.ts';

/** Everything under `/my` but the stream of events. */
export const myOperations: Operation[] = [
  ...profileOperations,
  ...usageCallOperations,
  ...keyOperations,
  ...projectOperations,
  ...agentOperations,
  ...memoryOperations,
  ...secretOperations,
  ...sessionOperations,
  ...chatOperations,
  ...approvalOperations,
  ...planOperations,
  ...socketTicketOperations,
  ...orchestratorOperations,
];
