import { agentOperations } from './agents.ts';
import { chatOperations } from './chat.ts';
import { keyOperations } from './keys.ts';
import { profileOperations } from './profile.ts';
import { projectOperations } from './projects.ts';
import { sessionOperations } from './sessions.ts';
import { socketTicketOperations } from './socket-ticket.ts';

/** Everything under `/my`. */
export const operations = [
  ...profileOperations,
  ...keyOperations,
  ...projectOperations,
  ...agentOperations,
  ...sessionOperations,
  ...chatOperations,
  ...socketTicketOperations,
];
