import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { notify } from '../../app/frame/notices.ts';
import { type Approval, decideAll } from '../../app/project/decide.ts';
import { Dialog } from '../../design/dialog/dialog.tsx';
import { Button } from '../../design/form/button.tsx';
import { TextArea } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { Risk } from '../../design/show/badge.tsx';
import { counted, filled, texts } from '../../texts/index.ts';
import { highestRisk, MAX_BATCH, resultOf } from './batch.ts';
import { MAX_REASON, withReason } from './forms/verdict.ts';

export type BatchBarProps = {
  items: readonly Approval[];
  ids: readonly string[];
  onAll: () => void;
  onNone: () => void;
  onDone: () => void;
};

type BatchDialogProps = Pick<BatchBarProps, 'items' | 'ids' | 'onDone'> & {
  decision: 'approve' | 'reject';
  onClose: () => void;
};

/** The same decision of all that are selected, said in full before it is sent. */
const BatchDialog = ({ items, ids, decision, onDone, onClose }: BatchDialogProps) => {
  const [reason, setReason] = useState('');
  const { approvals, common } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    const { decided, failed } = resultOf(await decideAll([...ids], { decision, ...withReason(reason) }));
    if (decided > 0) notify(counted(decided, approvals.batchDone));
    for (const { error } of failed) notify(filled(approvals.batchFailed, { error }), { kind: 'failed' });
    onDone();
    onClose();
  });
  const title = counted(ids.length, decision === 'approve' ? approvals.approveMany : approvals.rejectMany);
  return (
    <Dialog title={title} onClose={onClose}>
      <Form problem={problem.value} onSubmit={() => void run()}>
        {decision === 'approve' && (
          <p>
            {approvals.highestRisk} <Risk risk={highestRisk(ids, items)} />
          </p>
        )}
        <TextArea
          label={approvals.reason}
          hint={approvals.reasonForAgent}
          value={reason}
          maxLength={MAX_REASON}
          rows={2}
          onInput={setReason}
        />
        <Actions>
          <Button kind={decision === 'approve' ? 'main' : 'danger'} type="submit" isBusy={isBusy.value}>
            {decision === 'approve' ? approvals.approve : approvals.reject}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
};

/** What can be done with several at once. */
export const BatchBar = ({ items, ids, onAll, onNone, onDone }: BatchBarProps) => {
  const [decision, decide] = useState<'approve' | 'reject'>();
  const { approvals } = texts();
  const isTooMany = ids.length > MAX_BATCH;
  const isNone = ids.length === 0 || isTooMany;
  return (
    <section class="batch" aria-label={approvals.together}>
      <Button kind="quiet" onClick={ids.length === items.length ? onNone : onAll}>
        {ids.length === items.length ? approvals.selectNone : approvals.selectAll}
      </Button>
      <span role="status">{counted(ids.length, approvals.selected)}</span>
      <Button isDisabled={isNone} onClick={() => decide('approve')}>
        {approvals.approveSelected}
      </Button>
      <Button isDisabled={isNone} kind="danger" onClick={() => decide('reject')}>
        {approvals.rejectSelected}
      </Button>
      {isTooMany && <p class="field-error">{filled(approvals.tooManySelected, { most: MAX_BATCH })}</p>}
      {decision && (
        <BatchDialog items={items} ids={ids} decision={decision} onDone={onDone} onClose={() => decide(undefined)} />
      )}
    </section>
  );
};
