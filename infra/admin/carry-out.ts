import {
  administrators,
  grantAdministrator,
  revokeAdministrator,
  settleAll,
} from '../../shared/administration/index.ts';
import { ArtelError } from '../../shared/core/errors.ts';
import { Refused } from '../doctor/arguments.ts';
import { inAws } from '../doctor/in-aws.ts';
import { onMachine } from '../doctor/on-machine.ts';
import type { Arguments, Order } from './arguments.ts';

/** Who did it, as the audit trail of the person tells it: whoever can write the table, whose name the table does not know. */
export const OPERATOR = { origin: { userAgent: 'npm run admin' } };

/**
 * Makes administrators and unmakes them, with the operator's own credentials: needed are ListTables, and on the table
 * GetItem, BatchGetItem, PutItem and UpdateItem; to settle what earlier versions left, also Scan.
 */
export const carryOut = async ({ order, stage }: Arguments, write: (text: string) => void): Promise<void> => {
  const ward = stage === undefined ? await onMachine(process.env.ARTEL_DATA || '.artel') : await inAws(stage);
  try {
    write(await done(order));
  } catch (error) {
    // Worded for people, here as in an answer.
    if (error instanceof ArtelError) throw new Refused(error.message, { cause: error });
    throw error;
  } finally {
    await ward.close();
  }
};

const done = async (order: Order): Promise<string> => {
  if (order.kind === 'list') {
    const found = await administrators();
    const lines = found.map(({ email, locked }) => `${email}${locked ? ' (locked)' : ''}\n`);
    return lines.join('') || 'There is no administrator.\n';
  }
  if (order.kind === 'settle') return `${await settleAll()} users are in the directory.\n`;
  const { kind, email } = order;
  if (kind === 'grant') await grantAdministrator(email, OPERATOR);
  else await revokeAdministrator(email, OPERATOR);
  return `${email} is ${kind === 'grant' ? 'an' : 'no'} administrator, from the next request on.\n`;
};
