import type { Operation } from '../routing/operation.ts';
import { agentOperations } from './agents.ts';
import { approvalOperations } from './approvals.ts';
import { chatOperations } from './chat.ts';
import { memoryOperations } from './memory/operations.ts';
import { orchestratorOperations } from './orchestrator.ts';
import { planOperations } from './plans.ts';
import { importOperations } from './projects/import.ts';
import { projectOperations } from './projects/projects.ts';
import { providerKeyOperations } from './provider-keys.ts';
import { questionOperations } from './questions.ts';
import { secretOperations } from './secrets.ts';
import { sessionOperations } from './sessions.ts';
import { socketTicketOperations } from './socket-ticket.ts';
import { spaceOperations } from './space.ts';

/** What is under `/my` but the stream of events and what is about the person. */
export const myOperations: Operation[] = [
  ...projectOperations,
  ...importOperations,
  ...agentOperations,
  ...spaceOperations,
  ...memoryOperations,
  ...secretOperations,
  ...providerKeyOperations,
  ...sessionOperations,
  ...chatOperations,
  ...approvalOperations,
  ...questionOperations,
  ...planOperations,
  ...socketTicketOperations,
  ...orchestratorOperations,
];
