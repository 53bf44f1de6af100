import { useState } from 'preact/hooks';
import { Button } from '../../../design/form/button.tsx';
import { TextArea } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Code } from '../../../design/show/code.tsx';
import { texts } from '../../../texts/index.ts';
import { textOf } from '../arguments/edited.ts';
import { type FormProps, MAX_REASON, useVerdict, withReason } from './verdict.ts';

/**
 * A call whose worker stopped in the middle: whether it was carried out is not known. Approved it is made once more; rejected it
 * is not, and the agent is told that nobody knows, with what the person says about it.
 */
export const UnknownOutcomeForm = (props: FormProps) => {
  const [reason, setReason] = useState('');
  const verdict = useVerdict(props);
  const { approvals } = texts();
  return (
    <Form label={approvals.decide} problem={verdict.problem.value} onSubmit={() => undefined}>
      <p>{approvals.unknownText}</p>
      <Code text={textOf(props.approval.payload.arguments)} label={approvals.arguments} />
      <TextArea
        label={approvals.whatYouKnow}
        hint={approvals.whatYouKnowHint}
        value={reason}
        maxLength={MAX_REASON}
        rows={2}
        onInput={setReason}
      />
      <Actions>
        <Button
          isBusy={verdict.isBusy.value}
          onClick={() => void verdict.run({ decision: 'reject', reason: reason.trim() || approvals.itWasDoneReason })}
        >
          {approvals.itWasDone}
        </Button>
        <Button
          isBusy={verdict.isBusy.value}
          onClick={() => void verdict.run({ decision: 'approve', ...withReason(reason) })}
        >
          {approvals.doItAgain}
        </Button>
        <Button
          isBusy={verdict.isBusy.value}
          onClick={() => void verdict.run({ decision: 'reject', ...withReason(reason) })}
        >
          {approvals.leaveIt}
        </Button>
      </Actions>
    </Form>
  );
};
