import { type ProjectScope, partOfKey } from '../../core/scope.ts';
import { digits, key } from './key.ts';

export const sessionPartition = (project: ProjectScope, session: string) =>
  `${project.prefix}#SES#${partOfKey(session)}`;

export const sessionKeys = {
  state: (project: ProjectScope, session: string) => key(sessionPartition(project, session), 'STATE'),
  /** An urgent one sorts before all others. */
  queuedRun: (project: ProjectScope, session: string, run: string, urgent = false) =>
    key(sessionPartition(project, session), `RQ#${urgent ? '!' : ''}${partOfKey(run)}`),
  message: (project: ProjectScope, session: string, message: string) =>
    key(sessionPartition(project, session), `MSG#${partOfKey(message)}`),
  events: (project: ProjectScope, session: string, first: number) =>
    key(sessionPartition(project, session), `EV#${digits(first, 12)}`),
  log: (project: ProjectScope, session: string) => key(sessionPartition(project, session), 'LOG'),
  subscription: (project: ProjectScope, session: string, connection: string) =>
    key(sessionPartition(project, session), `SUB#${connection}`),
  /** That somebody outside is told of the session's events: beside the subscriptions, where whoever pushes looks. */
  following: (project: ProjectScope, session: string) => key(sessionPartition(project, session), 'SUB#!webhooks'),
  vault: (project: ProjectScope, session: string) => key(sessionPartition(project, session), 'VAULT'),
  blocks: (project: ProjectScope, session: string) => key(sessionPartition(project, session), 'BLOCKS'),
};
