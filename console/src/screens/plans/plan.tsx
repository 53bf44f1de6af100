import type { Place } from '../../app/place/place.ts';
import { href, refine } from '../../app/place/route.ts';
import { CancelRun } from '../../app/project/cancel-run.tsx';
import { wishIn } from '../../app/project/session-events.ts';
import { useSessionTitles } from '../../app/project/session-titles.ts';
import { Page, Section } from '../../design/layout/page.tsx';
import { Tabs } from '../../design/layout/tabs.tsx';
import { Busy } from '../../design/show/busy.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { texts } from '../../texts/index.ts';
import { Decision } from './edit/decision.tsx';
import { draftedIn } from './edit/draft.ts';
import { Graph } from './graph/graph.tsx';
import { Overview } from './overview.tsx';
import { useLivePlan } from './state/live-plan.ts';
import { hasEnded, type Plan as PlanView } from './state/plan.ts';
import { indexOf, keyOf } from './state/task-key.ts';
import { TaskList } from './task-list.tsx';
import { TaskPanel } from './task-panel.tsx';

/** A graph needs room: on a narrow screen the list is what is shown unless the graph is asked for. */
const viewOf = (asked: string | undefined): string =>
  asked ?? (matchMedia('(max-width: 50rem)').matches ? 'list' : 'graph');

const Tasks = ({ plan, place, live }: { plan: PlanView; place: Place; live: ReturnType<typeof useLivePlan> }) => {
  const { plans } = texts();
  const events = live.log.events.value;
  const selected = indexOf(plan.tasks, place.query.task);
  const task = selected === undefined ? undefined : plan.tasks[selected];
  const view = viewOf(place.query.view);
  if (plan.tasks.length === 0) {
    return hasEnded(plan) ? <p class="hint">{plans.noTasks}</p> : <Busy label={plans.beingDrawnUp} />;
  }
  const asking = events.findLast(
    ({ event_type, payload }) => event_type === 'approval_required' && payload.task_id === task?.task_id,
  );
  return (
    <Section title={plans.tasks}>
      <Tabs
        label={plans.views}
        current={view}
        tabs={[
          { name: 'graph', label: plans.graph },
          { name: 'list', label: plans.list },
        ]}
      />
      <div class={task ? 'plan-tasks with-panel' : 'plan-tasks'}>
        {view === 'graph' ? (
          <Graph
            label={plans.graph}
            tasks={plan.tasks}
            criticalPath={plan.critical_path}
            selected={selected}
            onSelect={(index) => {
              const chosen = plan.tasks[index];
              if (chosen) refine({ task: keyOf(chosen) });
            }}
          />
        ) : (
          <TaskList tasks={plan.tasks} criticalPath={plan.critical_path} selected={selected} />
        )}
        {task && (
          <TaskPanel
            task={task}
            run={plan.run_id}
            events={events}
            approval={asking && String(asking.payload.approval_id)}
          />
        )}
      </div>
    </Section>
  );
};

/** One plan, as it stands and as it goes on. */
export const Plan = ({ id, place }: { id: string; place: Place }) => {
  const live = useLivePlan(id);
  const titles = useSessionTitles();
  const { plans, screens } = texts();
  const plan = live.plan.value;
  const isAsked = plan?.approval_id !== null && plan !== undefined && draftedIn(plan).length > 0;
  const isEditing = isAsked && place.query.edit !== undefined;
  return (
    <Page
      title={wishIn(live.log.events.value) ?? (plan && titles.get(plan.session_id)) ?? plans.single}
      back={{ href: href({ screen: 'plans' }), label: screens.plans }}
      actions={
        plan && !hasEnded(plan) && <CancelRun id={id} words={texts().plans} onDone={() => void live.read.reload()} />
      }
    >
      <ProblemNote problem={live.log.problem.value} />
      <Loaded from={live.read}>
        {() =>
          plan && (
            <>
              {isAsked && <Decision plan={plan} id={plan.approval_id ?? ''} isEditing={isEditing} />}
              {!isEditing && <Overview plan={plan} events={live.log.events.value} />}
              {!isEditing && <Tasks plan={plan} place={place} live={live} />}
            </>
          )
        }
      </Loaded>
    </Page>
  );
};
