import { useState } from 'preact/hooks';
import { href } from '../../../app/place/route.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextArea } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Code } from '../../../design/show/code.tsx';
import { Markdown } from '../../../design/show/markdown.tsx';
import { visible } from '../../../design/show/visible.ts';
import { texts } from '../../../texts/index.ts';
import { Diff } from '../diff/diff.tsx';
import { textIn } from '../subject.ts';
import { Reject } from './reject.tsx';
import { type FormProps, useVerdict } from './verdict.ts';

const MAX_CONTENT = 100_000;

/** Changes of files: read as Markdown they would lose signs that a program is made of. */
const CHANGES: readonly unknown[] = ['review', 'changes'];

const ProposalText = ({ approval: { payload, run_id } }: Pick<FormProps, 'approval'>) => {
  const { approvals } = texts();
  const content = textIn(payload.content);
  if (!CHANGES.includes(payload.about)) {
    return (
      <div class="card">
        <Markdown text={content} />
      </div>
    );
  }
  return (
    <>
      <Code text={visible(content)} label={approvals.content} />
      <p>
        <a href={href({ screen: 'builds', item: run_id })}>{approvals.oneByOne}</a>
      </p>
    </>
  );
};

/** A text that the team proposes, say the specification of a build: agree to it, write it otherwise, or send it back. */
export const ProposalForm = (props: FormProps) => {
  const before = textIn(props.approval.payload.content);
  const [mode, setMode] = useState<'look' | 'edit' | 'reject'>('look');
  const [content, setContent] = useState(before);
  const verdict = useVerdict(props);
  const { approvals, common } = texts();
  const isChanged = content !== before;
  const back = (): void => {
    verdict.clear();
    setMode('look');
  };
  if (mode === 'reject') return <Reject verdict={verdict} hint={approvals.reasonForTeam} onClose={back} />;
  if (mode === 'edit') {
    return (
      <Form
        label={approvals.edit}
        problem={verdict.problem.value}
        onSubmit={() => isChanged && void verdict.run({ decision: 'edit', arguments: { content } })}
      >
        <TextArea label={approvals.content} value={content} rows={20} maxLength={MAX_CONTENT} onInput={setContent} />
        {isChanged && <Diff label={approvals.changes} before={before} after={content} />}
        <Actions>
          <Button kind="main" type="submit" isBusy={verdict.isBusy.value} isDisabled={!isChanged}>
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
      onSubmit={() => void verdict.run({ decision: 'approve' })}
    >
      <ProposalText approval={props.approval} />
      <Actions>
        <Button kind="main" type="submit" isBusy={verdict.isBusy.value}>
          {approvals.agree}
        </Button>
        <Button onClick={() => setMode('edit')}>{approvals.edit}</Button>
        <Button onClick={() => setMode('reject')}>{approvals.sendBack}</Button>
      </Actions>
    </Form>
  );
};
