import { Validator } from '@cfworker/json-schema';
import { Unprocessable } from '../core/errors.ts';
import type { Approval } from './approval.ts';
import type { Verdict } from './verdict.ts';

/** Refuses a decision that this approval does not take, with everything that is wrong with it. */
export const checkVerdict = (approval: Approval, { decision, arguments: edited, remember }: Verdict): void => {
  const errors: { path: string; message: string }[] = [];
  if (decision === 'edit') {
    if (!approval.schema) errors.push({ path: 'decision', message: 'This approval has nothing to edit.' });
    else if (edited === undefined) errors.push({ path: 'arguments', message: 'An edit needs the edited arguments.' });
    else {
      const { valid, errors: found } = new Validator(approval.schema, '2020-12', false).validate(edited);
      if (!valid)
        errors.push(
          ...found.map(({ instanceLocation, error }) => ({
            path: `arguments${instanceLocation.slice(1).replaceAll('/', '.')}`,
            message: error,
          })),
        );
    }
  } else if (edited !== undefined && approval.about !== 'question') {
    errors.push({ path: 'arguments', message: 'Only the decision "edit" takes arguments.' });
  }
  if (remember && (approval.permission === undefined || decision === 'reject')) {
    errors.push({
      path: 'remember',
      message: 'Only the approval of a tool call of low or medium risk can be remembered.',
    });
  }
  if (errors.length > 0) throw new Unprocessable('The decision is not valid.', { errors });
};
