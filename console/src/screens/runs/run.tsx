import { useEffect, useState } from 'preact/hooks';
import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { useAgentNames } from '../../app/project/agent-names.ts';
import { CancelRun } from '../../app/project/cancel-run.tsx';
import { project } from '../../app/project/project.ts';
import { useRunEvents, wishIn } from '../../app/project/session-events.ts';
import { useSessionTitles } from '../../app/project/session-titles.ts';
import { Journal } from '../../design/journal/journal.tsx';
import { Page, Section } from '../../design/layout/page.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { texts } from '../../texts/index.ts';
import { RunFacts } from './facts.tsx';
import { hasEnded } from './kinds.ts';
import { useSteps } from './steps/journal.ts';
import { Steps } from './steps/steps.tsx';
import { TaskTable } from './tasks.tsx';
import { Timeline } from './timeline/bars.tsx';
import { lanesOfSteps } from './timeline/from-steps.ts';
import { usePlanSpans } from './timeline/plan-spans.ts';
import { lanesOf, taskNames } from './timeline/stretches.ts';

/** Milliseconds after an event before the run is read again: they come in bursts. */
const SOON = 300;

/** One run: its tasks, what happened, and what the time went into. */
export const Run = ({ id }: { id: string }) => {
  const read = useResource(
    (signal) =>
      artel().call('GET /my/projects/{project_id}/runs/{run_id}', {
        path: { project_id: project.value, run_id: id },
        signal,
      }),
    [id],
  );
  const run = read.data.value;
  const isOver = run !== undefined && hasEnded(run);
  const log = useRunEvents(id, { session: run?.session_id, isOver });
  const titles = useSessionTitles();
  const agents = useAgentNames();
  const { runs, screens } = texts();
  const events = log.events.value;
  const isGone = log.isCut.value && events.length === 0;
  const [isOpen, setOpen] = useState(false);
  const steps = useSteps(id, { isWanted: isOpen || isGone, isWhole: isGone, changed: run });
  const spans = usePlanSpans(isGone && run?.mode === 'orchestrated' ? id : undefined);
  useEffect(() => {
    if (isOver || events.length === 0) return undefined;
    const timer = setTimeout(() => void read.reload(), SOON);
    return () => clearTimeout(timer);
  }, [events, isOver]);
  return (
    <Page
      title={wishIn(events) ?? (run && titles.get(run.session_id)) ?? runs.single}
      back={{ href: href({ screen: 'runs' }), label: screens.runs }}
      actions={run && !isOver && <CancelRun id={id} words={texts().runs} onDone={() => void read.reload()} />}
    >
      <Loaded from={read}>
        {(known) => {
          const names = taskNames(known, agents);
          const lanes = isGone
            ? lanesOfSteps(known, steps.items.value ?? [], { names, spans })
            : lanesOf(known, events, names);
          return (
            <>
              <RunFacts run={known} />
              <ProblemNote problem={log.problem.value} />
              <Section title={runs.timeline}>
                {log.isCut.value && <p class="hint">{isGone ? runs.steps.inPlace : runs.logIsCut}</p>}
                {isGone && <ProblemNote problem={steps.problem.value} />}
                <Timeline run={known} lanes={lanes} />
              </Section>
              {known.tasks.length > 0 && (
                <Section title={runs.tasks}>
                  <TaskTable tasks={known.tasks} agents={agents} />
                </Section>
              )}
              <Section title={runs.steps.title}>
                <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
                  <summary>{runs.steps.show}</summary>
                  {isOpen && <Steps steps={steps} names={names} />}
                </details>
              </Section>
              {!isGone && (
                <Section title={runs.journal}>
                  <Journal events={events} label={runs.journal} {...(known.tasks.length > 1 && { tasks: names })} />
                </Section>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
