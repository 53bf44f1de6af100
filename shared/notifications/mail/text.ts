import type { Mail } from '../../platform/mail.ts';
import type { StoredDelivery } from '../deliveries/delivery.ts';

/** What happened, in plain words. What was said or done stays in the project: a mail is read by others on its way. */
const WHAT: Record<string, string> = {
  run_completed: 'A piece of work has ended',
  task_failed: 'A task has failed',
  approval_required: 'Your agents need a decision of yours',
  approval_expiring: 'A question to you is about to expire',
  error: 'Something went wrong',
  preview_error: 'The page of a build reports errors',
  webhook_disabled: 'A webhook was disabled, because nothing could be delivered to it',
};

type Addressed = { to: string; isLast: boolean; unsubscribe: string | undefined };

export const mailAbout = (
  { event_type, session_id, project_id }: Pick<StoredDelivery, 'event_type' | 'session_id' | 'project_id'>,
  { to, isLast, unsubscribe }: Addressed,
): Mail => {
  const what = WHAT[event_type] ?? `Something happened: ${event_type.replaceAll('_', ' ')}`;
  const text = [
    `${what}.`,
    '',
    `Project: ${project_id}`,
    ...(session_id === undefined ? [] : [`Chat: ${session_id}`]),
    ...(isLast ? ['', 'This is the last mail of today.'] : []),
    ...(unsubscribe === undefined ? [] : ['', 'To get no more of these mails:', unsubscribe]),
    '',
  ].join('\n');
  return { to, subject: what, text, ...(unsubscribe !== undefined && { unsubscribe }) };
};
