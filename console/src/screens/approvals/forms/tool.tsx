import { useState } from 'preact/hooks';
import { keepsNumbers } from '../../../api/exact.ts';
import { Button } from '../../../design/form/button.tsx';
import { Checkbox } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Code } from '../../../design/show/code.tsx';
import { texts } from '../../../texts/index.ts';
import { EditArguments } from '../arguments/edit-arguments.tsx';
import { readEdited, textOf } from '../arguments/edited.ts';
import { Reject } from './reject.tsx';
import { type FormProps, useVerdict } from './verdict.ts';

/** A call that an agent wants to make: allow it, change it first, or say no. */
export const ToolForm = (props: FormProps) => {
  const { approval } = props;
  const { payload, schema, risk } = approval;
  const before = payload.arguments;
  const [mode, setMode] = useState<'look' | 'edit' | 'reject'>('look');
  const [typed, setTyped] = useState(() => textOf(before));
  const [isRemembered, remember] = useState(false);
  const verdict = useVerdict(props);
  const { approvals, common } = texts();
  const edited = readEdited(typed, before, schema);
  const isReady = edited.ok && edited.isChanged && edited.faults.length === 0;
  const more = isRemembered ? { remember: true } : {};
  const back = (): void => {
    verdict.clear();
    setMode('look');
  };
  if (mode === 'reject') return <Reject verdict={verdict} hint={approvals.reasonForAgent} onClose={back} />;
  const remembering = risk !== 'high' && (
    <Checkbox label={approvals.remember} hint={approvals.rememberHint} isChecked={isRemembered} onChange={remember} />
  );
  if (mode === 'edit') {
    return (
      <Form
        label={approvals.edit}
        problem={verdict.problem.value}
        onSubmit={() =>
          edited.ok && isReady && void verdict.run({ decision: 'edit', arguments: edited.value, ...more })
        }
      >
        <EditArguments label={approvals.arguments} typed={typed} before={before} edited={edited} onInput={setTyped} />
        {remembering}
        <Actions>
          <Button kind="main" type="submit" isBusy={verdict.isBusy.value} isDisabled={!isReady}>
            {approvals.approveEdited}
          </Button>
          <Button onClick={back}>{common.cancel}</Button>
        </Actions>
      </Form>
    );
  }
  return (
    <Form
      label={approvals.decide}
      problem={verdict.problem.value}
      onSubmit={() => void verdict.run({ decision: 'approve', ...more })}
    >
      <Code text={textOf(before)} label={approvals.arguments} />
      {remembering}
      <Actions>
        <Button kind="main" type="submit" isBusy={verdict.isBusy.value}>
          {approvals.approve}
        </Button>
        {schema && keepsNumbers && <Button onClick={() => setMode('edit')}>{approvals.edit}</Button>}
        <Button kind="danger" onClick={() => setMode('reject')}>
          {approvals.reject}
        </Button>
      </Actions>
    </Form>
  );
};
