import type { SessionEvent } from '../../../../clients/typescript/src/index.ts';
import { href, refine } from '../../app/place/route.ts';
import { Time } from '../../design/figure/time.tsx';
import { Button } from '../../design/form/button.tsx';
import { Journal } from '../../design/journal/journal.tsx';
import { Section } from '../../design/layout/page.tsx';
import { Facts } from '../../design/show/facts.tsx';
import { Markdown } from '../../design/show/markdown.tsx';
import { filled, texts } from '../../texts/index.ts';
import { isFinal, type PlanTask } from './state/plan.ts';
import { TaskState } from './task-state.tsx';
import { tookOf } from './took.ts';

export type TaskPanelProps = {
  task: PlanTask;
  run: string;
  events: readonly SessionEvent[];
  approval?: string | undefined;
};

/** One task: what it is to do, what came of it, and what happened on the way. */
export const TaskPanel = ({ task, run, events, approval }: TaskPanelProps) => {
  const { plans, common } = texts();
  const { id, description, agent, depends_on, state, replaced, result, error, started_at, round } = task;
  const mine = events.filter(({ payload }) => payload.task_id === task.task_id && task.task_id !== null);
  return (
    <aside class="task-panel" aria-label={filled(plans.taskNamed, { id })}>
      <Section
        title={filled(plans.taskNamed, { id })}
        actions={
          <Button kind="quiet" label={common.close} onClick={() => refine({ task: undefined })}>
            <span aria-hidden="true">✕</span>
          </Button>
        }
      >
        <Facts
          facts={[
            [plans.state, <TaskState key="state" state={state} isReplaced={replaced} />],
            [
              plans.agent,
              <a key="agent" href={href({ screen: 'agents', item: agent })} dir="auto">
                {agent}
              </a>,
            ],
            [plans.waitsFor, depends_on.length > 0 ? <span dir="auto">{depends_on.join(', ')}</span> : undefined],
            [plans.round, round > 1 ? round : undefined],
            [plans.started, started_at ? <Time key="started" at={started_at} /> : undefined],
            [plans.took, tookOf(task)],
          ]}
        />
        {state === 'waiting' && approval && (
          <p>
            <a href={href({ screen: 'approvals', item: approval })}>{plans.toDecision}</a>
          </p>
        )}
        <h3>{plans.brief}</h3>
        <p class="brief" dir="auto">
          {description}
        </p>
        {error && (
          <div class="problem">
            <p dir="auto">{error.detail}</p>
            <p class="hint">{error.error_code}</p>
          </div>
        )}
        <h3>{plans.result}</h3>
        {result ? <Markdown text={result} /> : <p class="hint">{isFinal(task) ? plans.noResult : plans.noResultYet}</p>}
        <h3>{plans.journal}</h3>
        <Journal key={`${run} ${task.task_id}`} events={mine} label={plans.journal} />
      </Section>
    </aside>
  );
};
