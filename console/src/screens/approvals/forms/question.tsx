import { useState } from 'preact/hooks';
import { Button } from '../../../design/form/button.tsx';
import { TextArea } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Json } from '../../../design/show/code.tsx';
import { texts } from '../../../texts/index.ts';
import { EditArguments } from '../arguments/edit-arguments.tsx';
import { blankOf, readEdited, textOf } from '../arguments/edited.ts';
import { besideQuestion, textIn } from '../subject.ts';
import { type FormProps, MAX_REASON, useVerdict, withReason } from './verdict.ts';

/** A question of an agent or a client: an answer in words, yes or no, or, where it has a form, values. */
export const QuestionForm = (props: FormProps) => {
  const { approval } = props;
  const { payload, schema } = approval;
  const [answer, setAnswer] = useState('');
  const [typed, setTyped] = useState(() => textOf(blankOf(schema)));
  const verdict = useVerdict(props);
  const { approvals } = texts();
  const beside = besideQuestion(approval);
  const edited = readEdited(typed, {}, schema);
  const isReady = schema === undefined || (edited.ok && edited.faults.length === 0);
  const send = (): void => {
    if (schema === undefined) void verdict.run({ decision: 'approve', ...withReason(answer) });
    else if (edited.ok) void verdict.run({ decision: 'edit', arguments: edited.value, ...withReason(answer) });
  };
  return (
    <Form label={approvals.decide} problem={verdict.problem.value} onSubmit={() => isReady && send()}>
      <p class="asked-text" dir="auto">
        {textIn(payload.question)}
      </p>
      {beside && <Json value={beside} label={approvals.beside} />}
      {schema && (
        <EditArguments label={approvals.values} typed={typed} before={{}} edited={edited} onInput={setTyped} />
      )}
      <TextArea
        label={approvals.answer}
        hint={schema ? approvals.remarkHint : approvals.answerHint}
        value={answer}
        maxLength={MAX_REASON}
        rows={3}
        onInput={setAnswer}
      />
      <Actions>
        <Button kind="main" type="submit" isBusy={verdict.isBusy.value} isDisabled={!isReady}>
          {answer.trim() || schema ? approvals.sendAnswer : approvals.sayYes}
        </Button>
        <Button
          isBusy={verdict.isBusy.value}
          onClick={() => void verdict.run({ decision: 'reject', ...withReason(answer) })}
        >
          {approvals.sayNo}
        </Button>
      </Actions>
    </Form>
  );
};
