import { useState } from 'preact/hooks';
import { Button } from '../../../design/form/button.tsx';
import { TextArea } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';
import { MAX_REASON, type VerdictAction, withReason } from './verdict.ts';

/** Says no, with a reason that the agent reads. */
export const Reject = ({ verdict, hint, onClose }: { verdict: VerdictAction; hint: string; onClose: () => void }) => {
  const [reason, setReason] = useState('');
  const { approvals, common } = texts();
  return (
    <Form
      label={approvals.reject}
      problem={verdict.problem.value}
      onSubmit={() => void verdict.run({ decision: 'reject', ...withReason(reason) })}
    >
      <TextArea
        label={approvals.reason}
        hint={hint}
        value={reason}
        maxLength={MAX_REASON}
        rows={3}
        onInput={setReason}
      />
      <Actions>
        <Button kind="danger" type="submit" isBusy={verdict.isBusy.value}>
          {approvals.reject}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </Actions>
    </Form>
  );
};
