import type { SessionEvent } from '../../../../clients/typescript/src/index.ts';
import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { duration } from '../../design/figure/moment.ts';
import { Money } from '../../design/figure/money.tsx';
import { Time } from '../../design/figure/time.tsx';
import { State } from '../../design/show/badge.tsx';
import { Facts } from '../../design/show/facts.tsx';
import { counted, filled, texts } from '../../texts/index.ts';
import { costSoFar, countsOf, hasEnded, type Plan } from './state/plan.ts';
import { tookOf } from './took.ts';

const SECOND = 1_000;

const Progress = ({ plan }: { plan: Plan }) => {
  const { plans } = texts();
  const counts = countsOf(plan.tasks);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const done = counts.get('completed') ?? 0;
  const failed = (counts.get('failed') ?? 0) + (counts.get('skipped') ?? 0) + (counts.get('cancelled') ?? 0);
  return (
    <div class="plan-progress">
      <progress max={Math.max(1, total)} value={done + failed} aria-label={plans.progress} />
      <span>
        {filled(plans.doneOf, { done, total: counted(total, plans.taskCount) })}
        {failed > 0 && `, ${filled(plans.notDone, { count: failed })}`}
      </span>
    </div>
  );
};

/** What a plan is, what it costs, and how far it has come. */
export const Overview = ({ plan, events }: { plan: Plan; events: readonly SessionEvent[] }) => {
  const { plans, runs } = texts();
  const isOver = hasEnded(plan);
  const { run_id } = plan;
  // The sum of a plan that has ended, its own drawing up with it, is known of the run.
  const run = useResource(
    (signal) =>
      artel().call('GET /my/projects/{project_id}/runs/{run_id}', {
        path: { project_id: project.value, run_id },
        signal,
      }),
    [run_id, isOver],
  ).data.value;
  const { estimated_cost, estimated_duration: time } = plan;
  const cost = run?.usage?.cost ?? costSoFar(events);
  return (
    <div class="plan-overview">
      <Facts
        facts={[
          [plans.state, <State key="state" state={plan.state} />],
          [plans.tasks, plan.tasks.length > 0 ? <Progress key="tasks" plan={plan} /> : undefined],
          [isOver ? plans.cost : plans.costSoFar, cost === undefined ? '–' : <Money key="cost" dollars={cost} />],
          [
            plans.estimatedCost,
            estimated_cost === null ? undefined : <Money key="estimate" dollars={estimated_cost} />,
          ],
          [
            plans.estimatedTime,
            time &&
              filled(plans.times, {
                parallel: duration(time.parallel * SECOND),
                sequential: duration(time.sequential * SECOND),
              }),
          ],
          [
            plans.criticalPath,
            plan.critical_path.length > 0 ? <span dir="auto">{plan.critical_path.join(' → ')}</span> : undefined,
          ],
          [plans.round, plan.round > 1 ? plan.round : undefined],
          [plans.created, <Time key="created" at={plan.created_at} />],
          [plans.took, tookOf(plan)],
          [runs.failed, run?.error ? <span dir="auto">{run.error.detail}</span> : undefined],
        ]}
      />
      <p class="links">
        <a href={href({ screen: 'chat', item: plan.session_id })}>{runs.toChat}</a>{' '}
        <a href={href({ screen: 'runs', item: plan.run_id })}>{runs.toRun}</a>
      </p>
    </div>
  );
};
