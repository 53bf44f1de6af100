import { type Clock, isoTime } from '../../core/clock.ts';
import { ArtelError, Unavailable } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { appendWrites, followingOf, push, readEnd } from '../../events/index.ts';
import { type MessageAuthor, messageItem, requireOpenSession } from '../../sessions/index.ts';
import { getItem, packText, sessionKeys, transact, userKeys, type Write } from '../../store/index.ts';
import { BesideLost, commit, InvalidPath } from '../../workspace/index.ts';
import type { StoredWebhook } from '../webhooks/webhook.ts';
import type { PlugInAnswer } from './answer.ts';
import type { StoredDelivery } from './delivery.ts';

const MAX_ATTEMPTS = 20;

type Given = {
  project: ProjectScope;
  webhook: StoredWebhook;
  delivery: StoredDelivery;
  answer: PlugInAnswer;
  clock: Clock;
};

/** A plug-in's answer does what its owner permits, once for a delivery however often it is attempted. Gives why it did not. */
export const apply = async (given: Given): Promise<string | undefined> => {
  const { delivery, answer } = given;
  const asked = { message: answer.message !== undefined, files: (answer.files ?? []).length > 0 };
  if (!asked.message && !asked.files) return undefined;
  const reason = refusalOf(given, asked);
  if (reason !== undefined) return reason;
  try {
    if (asked.files && delivery.made_version === undefined) await addFiles(given);
    if (asked.message && delivery.made_message === undefined) await addMessage(given);
    return undefined;
  } catch (error) {
    // Somebody attempts the same delivery, and has done it.
    if (error instanceof BesideLost) return undefined;
    // What is wrong with the answer its sender has to mend; anything else is tried again.
    if (error instanceof InvalidPath || (error instanceof ArtelError && error.status < 500)) return error.message;
    throw error;
  }
};

const refusalOf = ({ webhook, delivery }: Given, asked: { message: boolean; files: boolean }): string | undefined => {
  if (asked.message && !webhook.permissions.includes('messages:write'))
    return 'Its owner has not given it the permission messages:write.';
  if (asked.files && !webhook.permissions.includes('files:write'))
    return 'Its owner has not given it the permission files:write.';
  if (webhook.only_project === undefined || webhook.only_project !== delivery.project_id)
    return 'A plug-in writes only in the project that it is bound to.';
  if (isByPlugIn(delivery)) return 'A plug-in does not answer what a plug-in wrote.';
  if (asked.message && delivery.session_id === undefined) return 'There is no session to add a message to.';
  return undefined;
};

type Payload = { author?: Partial<MessageAuthor>; run_id?: unknown };
const payloadOf = ({ line }: StoredDelivery): Payload => (JSON.parse(line) as { payload: Payload }).payload;
/** Fifty plug-ins that answered each other would make thousands of messages of one. */
const isByPlugIn = (delivery: StoredDelivery): boolean => payloadOf(delivery).author !== undefined;

const isNotApplied = (what: string) => `attribute_exists(#pk) and attribute_not_exists(#${what})`;

/** The delivery says that it was done in the transaction that does it. */
const noted = ({ project, delivery }: Given, what: string, value: unknown): Write => ({
  key: userKeys.delivery(project.user, delivery.webhook_id, delivery.delivery_id),
  update: `set #${what} = :value`,
  when: isNotApplied(what),
  values: { value },
});

const addFiles = async (given: Given): Promise<void> => {
  const { project, webhook, delivery, answer, clock } = given;
  const edit = {
    changes: (answer.files ?? []).map(({ path, content }) => ({ path, content })),
    author: { kind: 'plug_in' as const, webhook_id: webhook.webhook_id, name: webhook.name },
    reason: `Answer to ${delivery.event_type}`,
  };
  await commit(project, edit, {
    clock,
    beside: ({ version: made }) => [noted(given, 'made_version', made)],
  });
};

const isOpen = '#status = :open';

const addMessage = async (given: Given): Promise<void> => {
  const { project, webhook, delivery, answer, clock } = given;
  const session = String(delivery.session_id);
  const content = answer.message ?? '';
  const run = String(payloadOf(delivery).run_id ?? '');
  const author = { kind: 'plug_in' as const, webhook_id: webhook.webhook_id, name: webhook.name };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(fullJitter(Math.min(attempt, 6), { base: 4, cap: 200 }));
    const now = clock.now();
    const id = newId('msg', now);
    await requireOpenSession(project, session);
    const [end, log] = await Promise.all([
      readEnd(project, session, clock),
      getItem(sessionKeys.log(project, session)),
    ]);
    const { writes, following } = await followingOf(project, session, { log, now });
    const text = await packText(project, { id, session, text: content });
    const item = messageItem(project, { id, session, role: 'assistant', text, run, author, now });
    const payload = {
      message_id: id,
      role: 'assistant',
      content,
      agent_id: null,
      run_id: null,
      author,
      created_at: isoTime(now),
    };
    const appended = appendWrites(project, session, {
      end,
      events: [{ event_type: 'message_created', payload }],
      now,
      following,
    });
    const outcome = await transact([
      noted(given, 'made_message', id),
      {
        key: sessionKeys.state(project, session),
        update: 'set #message_count = #message_count + :one, #updated_at = :now',
        when: isOpen,
        values: { one: 1, now, open: 'open' },
      },
      { put: item },
      ...writes,
      ...appended.writes,
    ]);
    if (outcome.ok) {
      await push(project, session, appended.events);
      return;
    }
    // An attempt before this one has done it.
    if (outcome.lost.includes(0)) return;
  }
  throw new Unavailable('Too much is going on in this session; retry shortly.', { retryAfter: 1 });
};
