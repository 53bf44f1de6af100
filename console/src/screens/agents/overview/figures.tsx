import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';
import { duration } from '../../../design/figure/moment.ts';
import { Money } from '../../../design/figure/money.tsx';
import { Time } from '../../../design/figure/time.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { counted, filled, formattedNumber, texts } from '../../../texts/index.ts';
import { type Agent, Status } from '../status.tsx';

const percent = (share: number): string => `${formattedNumber(Math.round(share * 1_000) / 10)} %`;

/** Health, queue, and what the agent has done and cost. */
export const Figures = ({ agent }: { agent: Agent }) => {
  const { agents, common } = texts();
  // Whether it takes work shows in the figures too.
  const figures = useResource(
    (signal) =>
      artel().call('GET /my/projects/{project_id}/agents/{agent}/stats', {
        path: { project_id: project.value, agent: agent.name },
        signal,
      }),
    [agent.status, agent.version],
  );
  return (
    <Section
      title={agents.figures}
      actions={
        <Button kind="quiet" isBusy={figures.isLoading.value} onClick={() => void figures.reload()}>
          {common.refresh}
        </Button>
      }
    >
      <Loaded from={figures}>
        {({ queue, tasks, failed, success_rate, duration_ms, prompt_tokens, completion_tokens, cost, health }) => (
          <Facts
            facts={[
              [agents.state, <Status key="state" status={agent.status} />],
              [
                agents.health,
                health.failures_in_a_row === 0
                  ? agents.healthy
                  : counted(health.failures_in_a_row, agents.failuresInARow),
              ],
              [agents.lastError, health.error_code === null ? undefined : <code>{health.error_code}</code>],
              [agents.checked, health.checked_at === null ? undefined : <Time at={health.checked_at} />],
              [
                agents.queue,
                filled(agents.queueNow, {
                  running: formattedNumber(queue.running),
                  waiting: formattedNumber(queue.waiting),
                  limit: formattedNumber(queue.limit),
                }),
              ],
              [agents.done, formattedNumber(tasks)],
              [agents.failed, formattedNumber(failed)],
              [agents.successRate, success_rate === null ? undefined : percent(success_rate)],
              [
                agents.duration,
                duration_ms === null
                  ? undefined
                  : filled(agents.meanAndP95, { mean: duration(duration_ms.mean), p95: duration(duration_ms.p95) }),
              ],
              [
                agents.tokensUsed,
                filled(agents.readAndWritten, {
                  read: formattedNumber(prompt_tokens),
                  written: formattedNumber(completion_tokens),
                }),
              ],
              [agents.cost, <Money key="cost" dollars={cost} />],
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
};
