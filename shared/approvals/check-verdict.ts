import { type FieldError, Unprocessable } from '../core/errors.ts';
import { MAX_ARGUMENTS_LENGTH } from '../core/json/bounds.ts';
import { nativeOf } from '../core/json/exact.ts';
import { misfitsOf } from '../core/json/schema.ts';
import type { Approval } from './approval.ts';
import { grantOf } from './grant.ts';
import type { Verdict } from './verdict.ts';

const TOO_LONG: FieldError = {
  path: 'arguments',
  message: `Must be at most ${MAX_ARGUMENTS_LENGTH} characters of JSON.`,
};
const isTooLong = (edited: Record<string, unknown>): boolean => JSON.stringify(edited).length > MAX_ARGUMENTS_LENGTH;

/** Refuses a decision that this approval does not take, with everything that is wrong with it. */
export const checkVerdict = (approval: Approval, verdict: Verdict): void => {
  const { decision, arguments: edited, remember } = verdict;
  const errors: FieldError[] = [];
  if (decision === 'edit') {
    if (!approval.schema) errors.push({ path: 'decision', message: 'This approval has nothing to edit.' });
    else if (edited === undefined) errors.push({ path: 'arguments', message: 'An edit needs the edited arguments.' });
    else errors.push(...faultsOf(approval, approval.schema, edited));
  } else if (edited !== undefined && approval.about !== 'question') {
    errors.push({ path: 'arguments', message: 'Only the decision "edit" takes arguments.' });
  } else if (edited !== undefined && isTooLong(edited)) {
    errors.push(TOO_LONG);
  }
  if (remember && errors.length === 0 && !grantOf(approval, verdict)) {
    errors.push({
      path: 'remember',
      message: 'Only the approval of a tool call of low or medium risk can be remembered.',
    });
  }
  if (errors.length > 0) throw new Unprocessable('The decision is not valid.', { errors });
};

/** A call as a person writes it has the bounds of one that a model writes. A plan has its own, which are checked with its graph. */
const faultsOf = (
  approval: Approval,
  schema: Record<string, unknown>,
  edited: Record<string, unknown>,
): FieldError[] => {
  if (approval.about !== 'plan' && isTooLong(edited)) return [TOO_LONG];
  const room = roomIn(approval);
  if (bytesOf(edited) > room) return [{ path: 'arguments', message: `Must be at most ${room} bytes of JSON.` }];
  return misfitsOf(schema, nativeOf(edited)).map(inArguments);
};

/** Bytes that the JSON of an approval may have together: its other facts need room, too, in the table's 400 KB. */
const MAX_STORED_BYTES = 380 * 1024;
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');
/** The decision is stored beside what was proposed. */
const roomIn = ({ payload, schema }: Approval): number => MAX_STORED_BYTES - bytesOf(payload) - bytesOf(schema);

const inArguments = ({ location, message }: { location: string; message: string }): FieldError => ({
  path: `arguments${location.slice(1).replaceAll('/', '.')}`,
  message,
});
