import { useAction } from '../../api/action.ts';
import { useResource } from '../../api/resource.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import type { Project } from '../../app/project/project.ts';
import { Time } from '../../design/figure/time.tsx';
import { Button } from '../../design/form/button.tsx';
import { Actions } from '../../design/form/form.tsx';
import { Section } from '../../design/layout/page.tsx';
import { Badge } from '../../design/show/badge.tsx';
import { Facts } from '../../design/show/facts.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { formattedNumber, texts } from '../../texts/index.ts';

const TONES = { ready: 'good', degraded: 'bad', idle: 'neutral' } as const;

/** What is under way in the project, and what was done in the last thirty days. */
export const Health = ({ project: { id, is_default } }: { project: Project }) => {
  const { projects, common, screens } = texts();
  const path = { project_id: id };
  const space = useResource((signal) => artel().call('GET /my/projects/{project_id}/space', { path, signal }));
  const reset = useAction(async () => {
    space.set(await artel().call('POST /my/projects/{project_id}/space/reset', { path }));
    notify(projects.wasReset);
  });
  return (
    <Section
      title={projects.health}
      actions={
        <Actions>
          <Button kind="quiet" isBusy={space.isLoading.value} onClick={() => void space.reload()}>
            {common.refresh}
          </Button>
          <Button kind="quiet" isBusy={reset.isBusy.value} onClick={() => void reset.run()}>
            {projects.reset}
          </Button>
        </Actions>
      }
    >
      <ProblemNote problem={reset.problem.value} />
      <Loaded from={space}>
        {({ status, since, agents, ...counts }) => (
          <Facts
            facts={[
              [
                projects.state,
                <Badge key="state" tone={TONES[status]}>
                  {projects.statuses[status]}
                </Badge>,
              ],
              [projects.since, since && <Time at={since} />],
              [
                screens.agents,
                <a key="agents" href={href({ screen: 'agents', query: { project: is_default ? undefined : id } })}>
                  {formattedNumber(agents.length)}
                </a>,
              ],
              [projects.running, formattedNumber(counts.running_tasks)],
              [projects.queued, formattedNumber(counts.queued_tasks)],
              [projects.live, formattedNumber(counts.live_tasks)],
              [projects.done, formattedNumber(counts.tasks_done)],
              [projects.failed, formattedNumber(counts.tasks_failed)],
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
};
