import { accountOperations } from '../account/operations.ts';
import { adminOperations } from '../admin/operations.ts';
import { authOperations } from '../auth/operations.ts';
import { buildOperations } from '../builds/operations.ts';
import { eventsOperation } from '../event-stream/operation.ts';
import { myOperations } from '../my/operations.ts';
import { projectsOperations } from '../projects/operations.ts';
import type { Operation } from '../routing/operation.ts';
import { systemOperations } from '../system/operations.ts';
import { v1Operations } from '../v1/operations.ts';
import { workspaceOperations } from '../workspace/operations.ts';

/** Every operation of the REST API except those that serve this description. */
export const described: Operation[] = [
  ...authOperations,
  ...systemOperations,
  ...v1Operations,
  ...accountOperations,
  ...projectsOperations,
  ...workspaceOperations,
  ...buildOperations,
  ...myOperations,
  eventsOperation(),
  ...adminOperations,
];
