import type { Operation } from '../routing/operation.ts';
import { agentOperations } from './agents.ts';
import { importOperations } from './import.ts';
import { memoryOperations } from './memory/operations.ts';
import { notificationOperations } from './notifications/operations.ts';
import { orchestratorOperations } from './orchestrator.ts';
import { projectOperations } from './projects.ts';
import { providerKeyOperations } from './provider-keys.ts';
import { secretOperations } from './secrets.ts';
import { spaceOperations } from './space.ts';

/** Projects, and what people set up in them: agents and what those remember, secrets, and a user's own provider keys. */
export const projectsOperations: Operation[] = [
  ...projectOperations,
  ...importOperations,
  ...agentOperations,
  ...spaceOperations,
  ...memoryOperations,
  ...secretOperations,
  ...providerKeyOperations,
  ...orchestratorOperations,
  ...notificationOperations,
];
