import { useState } from 'preact/hooks';
import { href } from '../../../app/place/route.ts';
import { Money } from '../../../design/figure/money.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { texts } from '../../../texts/index.ts';
import { textIn } from '../subject.ts';
import { Reject } from './reject.tsx';
import { type FormProps, useVerdict } from './verdict.ts';

type Shown = { id?: unknown; description?: unknown; agent?: unknown; depends_on?: unknown };

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A plan in short. To look at its graph, or to change it, one goes to the plan itself. */
export const PlanForm = (props: FormProps) => {
  const { payload, run_id } = props.approval;
  const [isRejecting, reject] = useState(false);
  const verdict = useVerdict(props);
  const { approvals, plans } = texts();
  const reasons = listIn(payload.reasons).map(textIn).join(' ');
  const cost = payload.estimated_cost;
  const back = (): void => {
    verdict.clear();
    reject(false);
  };
  if (isRejecting) return <Reject verdict={verdict} hint={plans.reasonHint} onClose={back} />;
  return (
    <Form
      label={approvals.decide}
      problem={verdict.problem.value}
      onSubmit={() => void verdict.run({ decision: 'approve' })}
    >
      <Facts
        facts={[
          [plans.why, reasons || undefined],
          [plans.estimatedCost, typeof cost === 'number' ? <Money key="cost" dollars={cost} /> : undefined],
        ]}
      />
      <ol class="list" aria-label={plans.tasks}>
        {listIn(payload.tasks).map((task) => {
          const { id, description, agent, depends_on } = task as Shown;
          const after = listIn(depends_on).map(textIn).join(', ');
          return (
            <li key={textIn(id)}>
              <strong dir="auto">{textIn(id)}</strong>{' '}
              <span class="hint" dir="auto">
                {textIn(agent)}
                {after && ` ← ${after}`}
              </span>
              <p dir="auto">{textIn(description)}</p>
            </li>
          );
        })}
      </ol>
      <Actions>
        <Button kind="main" type="submit" isBusy={verdict.isBusy.value}>
          {approvals.approve}
        </Button>
        <a class="button plain" href={href({ screen: 'plans', item: run_id })}>
          {approvals.toPlan}
        </a>
        <Button kind="danger" onClick={() => reject(true)}>
          {approvals.reject}
        </Button>
      </Actions>
    </Form>
  );
};
