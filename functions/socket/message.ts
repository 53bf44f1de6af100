import * as z from 'zod';
import { recordRefusal } from '../../shared/audit/index.ts';
import { findConnection } from '../../shared/connections/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import {
  ArtelError,
  BadRequest,
  INTERNAL_ERROR,
  NotFound,
  PayloadTooLarge,
  TooManyRequests,
  Unauthorized,
} from '../../shared/core/errors.ts';
import type { Identity } from '../../shared/core/identity.ts';
import { isDeeperThan, MAX_JSON_DEPTH } from '../../shared/core/json/bounds.ts';
import { parseExact } from '../../shared/core/json/exact.ts';
import { NO_SUCH_NAME, prototypePath } from '../../shared/core/prototype-name.ts';
import type { UserScope } from '../../shared/core/scope.ts';
import { isStillAuthorized } from '../../shared/identity/index.ts';
import { admitRequest } from '../../shared/limits/index.ts';
import { log } from '../../shared/observability/log.ts';
import { outageIn } from '../../shared/platform/outage.ts';
import { invalidInput } from '../routing/field-errors.ts';
import type { Action, ActionReply, SocketRequest } from './action.ts';
import { cancelAction, messageAction } from './actions/chat.ts';
import { confirmAction } from './actions/confirm.ts';
import { pingAction } from './actions/ping.ts';
import { subscribeAction, unsubscribeAction } from './actions/subscribe.ts';

const actions = new Map<string, Action>(
  Object.entries({
    subscribe: subscribeAction,
    unsubscribe: unsubscribeAction,
    message: messageAction,
    confirm: confirmAction,
    cancel: cancelAction,
    ping: pingAction,
  }),
);

/** The largest text a client may send: two frames of API Gateway. */
const MAX_MESSAGE_BYTES = 64 * 1024;

const envelope = z.looseObject({
  action: z.string().max(32),
  ref: z.union([z.string().max(128), z.number()]).optional(),
});

export type Reply = { reply: string | number | null; ok: boolean } & ActionReply;
export type Handled = { reply: Reply; action?: string; closes: boolean };

/** Handles one message of a client with one reply. Only an expired token ends the connection, whatever a client sends. */
export const handleMessage = async (
  connectionId: string,
  text: string,
  request: Omit<SocketRequest, 'connection'>,
): Promise<Handled> => {
  let ref: string | number | null = null;
  let name: string | undefined;
  let user: UserScope | undefined;
  try {
    const { sent, value } = parse(text);
    const { action, ref: given, ...fields } = sent;
    [name, ref] = [action, given ?? null];
    const connection = await findConnection(connectionId);
    if (!connection || !(await isStillAuthorized(connection.identity))) {
      throw new Unauthorized('Sign in again and open a new connection.');
    }
    user = connection.identity.scope;
    await admit(connection.identity, action);
    const asked = actions.get(action);
    if (!asked) throw new BadRequest(`There is no action "${action}"; there are ${[...actions.keys()].join(', ')}.`);
    if (!asked.exactNumbers) refuseLostNames(value, text);
    const answer = await asked.run(asked.exactNumbers ? fieldsAsWritten(text) : fields, { ...request, connection });
    return { reply: { reply: ref, ok: true, ...answer }, action: name, closes: false };
  } catch (error) {
    if (user && error instanceof NotFound) await auditRefusal(user, name, request);
    const reply = { reply: ref, ok: false, error: errorOf(outageIn(error) ?? error) };
    return { reply, ...(name !== undefined && { action: name }), closes: error instanceof Unauthorized };
  }
};

/** Messages over a socket count as requests do. */
const admit = async (identity: Identity, action: string): Promise<void> => {
  const { retryAfter } = await admitRequest(identity, action === 'message' ? 'heavy' : 'light');
  if (retryAfter !== undefined) throw new TooManyRequests('Too many requests in a minute.', { retryAfter });
};

/** Somebody reached for what is not theirs. The message is refused whether or not that can be recorded. */
const auditRefusal = (user: UserScope, action: string | undefined, { origin }: Pick<SocketRequest, 'origin'>) =>
  recordRefusal(user, { ...origin, target: `socket ${action}` }, systemClock.now()).catch((failure: unknown) =>
    log.error('refusal not audited', { error: failure as Error }),
  );

const parse = (text: string): { sent: z.infer<typeof envelope>; value: unknown } => {
  if (Buffer.byteLength(text) > MAX_MESSAGE_BYTES) {
    throw new PayloadTooLarge(`A message over a socket has at most ${MAX_MESSAGE_BYTES} bytes.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new BadRequest('The message is not valid JSON.', { cause });
  }
  if (isDeeperThan(MAX_JSON_DEPTH, value)) {
    throw new BadRequest(`The message is nested more than ${MAX_JSON_DEPTH} levels deep.`);
  }
  const parsed = envelope.safeParse(value);
  if (!parsed.success) throw new BadRequest('The message must be an object with an "action".', { cause: parsed.error });
  return { sent: parsed.data, value };
};

/** What is read as it is written keeps every name; elsewhere objects lose one. */
const refuseLostNames = (value: unknown, text: string): void => {
  const lost = prototypePath(value, text);
  if (lost !== undefined) throw invalidInput([{ path: lost, message: NO_SUCH_NAME }]);
};

const fieldsAsWritten = (text: string): Record<string, unknown> => {
  const { action: _, ref: __, ...fields } = parseExact(text) as Record<string, unknown>;
  return fields;
};

const errorOf = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof ArtelError)) {
    log.error('socket message failed', { error: error as Error });
    return INTERNAL_ERROR;
  }
  if (error.status >= 500) log.error('socket message failed', { error });
  return {
    error_code: error.code,
    detail: error.message,
    ...(error.errors && { errors: error.errors }),
    ...(error.retryAfter !== undefined && { retry_after: Math.max(1, Math.ceil(error.retryAfter)) }),
  };
};
