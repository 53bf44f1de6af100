import { useState } from 'preact/hooks';
import type { Action } from '../../../api/action.ts';
import type { Verdict } from '../../../app/project/decide.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextArea } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';

const MAX_REASON = 2_000;

/** Sends a plan back: with a reason another is drawn up, without one the run ends. */
export const Rejection = ({ decision, onClose }: { decision: Action<[Verdict], unknown>; onClose: () => void }) => {
  const [reason, setReason] = useState('');
  const { plans, common } = texts();
  const said = reason.trim();
  return (
    <Form
      label={plans.reject}
      problem={decision.problem.value}
      onSubmit={() => void decision.run({ decision: 'reject', ...(said && { reason: said }) })}
    >
      <TextArea
        label={plans.reason}
        hint={plans.reasonHint}
        value={reason}
        maxLength={MAX_REASON}
        onInput={setReason}
      />
      <Actions>
        <Button kind="danger" type="submit" isBusy={decision.isBusy.value}>
          {said ? plans.sendBack : plans.rejectForGood}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </Actions>
    </Form>
  );
};
