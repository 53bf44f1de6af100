import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { useResource } from '../../api/resource.ts';
import { href } from '../../app/place/route.ts';
import { type Approval, decide, findApproval, type Verdict } from '../../app/project/decide.ts';
import { Countdown } from '../../design/figure/countdown.tsx';
import { Button } from '../../design/form/button.tsx';
import { TextArea } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { Risk, State } from '../../design/show/badge.tsx';
import { Json } from '../../design/show/code.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { filled, texts } from '../../texts/index.ts';
import type { Step } from './steps.ts';

const MAX_REASON = 2_000;

/** Says yes to a call, or no with a reason that the agent reads. To change the call first there is the page of the approval. */
const Deciding = ({ approval, onDecided }: { approval: Approval; onDecided: (decided: Approval) => void }) => {
  const [reason, setReason] = useState<string>();
  const { approvals, common } = texts();
  const { run, isBusy, problem } = useAction(async (verdict: Verdict) => onDecided(await decide(approval.id, verdict)));
  const isRejecting = reason !== undefined;
  const said = reason?.trim();
  return (
    <Form
      label={approvals.decide}
      problem={problem.value}
      onSubmit={() =>
        void run(isRejecting ? { decision: 'reject', ...(said && { reason: said }) } : { decision: 'approve' })
      }
    >
      <p class="asked-facts">
        <Risk risk={approval.risk} /> <Countdown at={approval.expires_at} />
      </p>
      <Json value={approval.payload.arguments ?? {}} label={approvals.arguments} />
      {isRejecting && (
        <TextArea
          label={approvals.reason}
          hint={approvals.reasonForAgent}
          value={reason}
          maxLength={MAX_REASON}
          rows={2}
          onInput={setReason}
        />
      )}
      <Actions>
        <Button kind={isRejecting ? 'danger' : 'main'} type="submit" isBusy={isBusy.value}>
          {isRejecting ? approvals.reject : approvals.approve}
        </Button>
        {isRejecting ? (
          <Button onClick={() => setReason(undefined)}>{common.cancel}</Button>
        ) : (
          <Button onClick={() => setReason('')}>{approvals.reject}</Button>
        )}
      </Actions>
    </Form>
  );
};

/** The arguments are read again: an event has them with numbers that were rounded. */
const Call = ({ id }: { id: string }) => {
  const read = useResource((signal) => findApproval(id, signal), [id]);
  return (
    <Loaded from={read}>
      {(approval) => (approval.status === 'pending' ? <Deciding approval={approval} onDecided={read.set} /> : null)}
    </Loaded>
  );
};

type Asking = Extract<Step, { kind: 'approval' }>;

/** What waits for the person. A call is decided where one reads; a plan is looked at, and changed, on its own page. */
export const Asked = ({ step, run }: { step: Asking; run: string }) => {
  const { chat } = texts();
  const { asks, tool, approval, status } = step;
  const to = asks === 'plan' ? { screen: 'plans', item: run } : { screen: 'approvals', item: approval };
  return (
    <div class="step">
      <p>
        <a href={href(to)} dir="auto">
          {filled(chat.asks, { about: asks === 'tool' && tool ? tool : (chat.kinds[asks] ?? asks) })}
        </a>{' '}
        <State state={status} />
      </p>
      {asks === 'tool' && status === 'pending' && <Call id={approval} />}
    </div>
  );
};
