import { useState } from 'preact/hooks';
import { Button } from '../../../design/form/button.tsx';
import { Checkbox, TextArea } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Code } from '../../../design/show/code.tsx';
import { visible } from '../../../design/show/visible.ts';
import { filled, texts } from '../../../texts/index.ts';
import type { DecidingProps } from './answering.tsx';
import { keptParts, readable } from './proposal.ts';
import { ProposalText } from './proposal-text.tsx';

/** Something proposed: agreed to, changed first, or sent back with a reason. Of changes one by one some may be left out. */
export const Deciding = ({ proposal, isBusy, problem, onDecide }: DecidingProps) => {
  const [way, choose] = useState<'read' | 'edit' | 'reject'>('read');
  const [content, setContent] = useState(proposal.content);
  const [reason, setReason] = useState('');
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const { common, builds: t } = texts();
  const what = readable(proposal);
  const keep = (id: string, isKept: boolean): void => {
    const next = new Set(left);
    if (isKept) next.delete(id);
    else next.add(id);
    leave(next);
  };
  const agree = (): void => {
    if (what.form !== 'parts' || left.size === 0) onDecide({ decision: 'approve' });
    else onDecide({ decision: 'edit', arguments: { content: keptParts(what.parts, left) } });
  };
  const send = (): void => {
    if (way === 'edit') onDecide({ decision: 'edit', arguments: { content } });
    else if (way === 'reject') reason.trim() !== '' && onDecide({ decision: 'reject', reason: reason.trim() });
    else agree();
  };
  return (
    <Form label={proposal.title} problem={problem} onSubmit={send}>
      {way !== 'edit' &&
        (what.form === 'parts' ? (
          what.parts.map(({ id, heading, text }) => (
            <div key={id}>
              <Checkbox
                label={filled(t.keepPart, { part: heading })}
                isChecked={!left.has(id)}
                onChange={(isKept) => keep(id, isKept)}
              />
              <Code label={heading} text={visible(text)} />
            </div>
          ))
        ) : (
          <ProposalText title={proposal.title} what={what} />
        ))}
      {way === 'edit' && (
        <TextArea label={t.proposalText} isCode rows={16} value={content} onInput={setContent} maxLength={100_000} />
      )}
      {way === 'reject' && (
        <TextArea
          label={t.whatElse}
          hint={t.whatElseHint}
          rows={3}
          value={reason}
          onInput={setReason}
          maxLength={2_000}
        />
      )}
      <Actions>
        {way === 'read' && (
          <>
            <Button kind="main" type="submit" isBusy={isBusy}>
              {left.size > 0 ? t.agreeToRest : t.agree}
            </Button>
            <Button onClick={() => choose('edit')}>{t.changeFirst}</Button>
            <Button onClick={() => choose('reject')}>{t.sendBack}</Button>
          </>
        )}
        {way === 'edit' && (
          <Button kind="main" type="submit" isBusy={isBusy} isDisabled={content.trim() === ''}>
            {t.agreeChanged}
          </Button>
        )}
        {way === 'reject' && (
          <Button kind="main" type="submit" isBusy={isBusy} isDisabled={reason.trim() === ''}>
            {t.sendBack}
          </Button>
        )}
        {way !== 'read' && <Button onClick={() => choose('read')}>{common.back}</Button>}
      </Actions>
    </Form>
  );
};
