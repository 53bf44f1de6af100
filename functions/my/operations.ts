import { adminOperations } from '../admin/operations.ts';
import { redriveOperations } from '../admin/redrive.ts';
import { authOperations } from '../auth/operations.ts';
import { eventsOperation } from '../event-stream/operation.ts';
import { documentation } from '../routing/documentation.ts';
import type { Operation } from '../routing/operation.ts';
import { systemOperations } from '../system/operations.ts';
import { v1Operations } from '../v1/operations.ts';
import { agentOperations } from './agents.ts';
import { approvalOperations } from './approvals.ts';
import { chatOperations } from './chat.ts';
import { keyOperations } from './keys.ts';
import { memoryOperations } from './memory.ts';
import { orchestratorOperations } from './orchestrator.ts';
import { planOperations } from './plans.ts';
import { profileOperations } from './profile.ts';
import { projectOperations } from './projects.ts';
import { secretOperations } from './secrets.ts';
import { sessionOperations } from './sessions.ts';
import { socketTicketOperations } from './socket-ticket.ts';
import { usageCallOperations } from './usage-calls.ts';

const own: Operation[] = [
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
  // GET goes to `event-stream`; every other method on the path comes here, preflights among them.
  eventsOperation(),
  ...socketTicketOperations,
  ...adminOperations,
  ...redriveOperations,
  ...orchestratorOperations,
];

/** Everything under `/my`, and the description of the whole REST API. */
export const operations: Operation[] = [
  ...own,
  ...documentation([...authOperations, ...systemOperations, ...v1Operations, ...own], {
    title: 'Artel',
    version: '0.1.0',
  }),
];
