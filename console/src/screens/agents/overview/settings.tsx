import { Money } from '../../../design/figure/money.tsx';
import { Time } from '../../../design/figure/time.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { Code } from '../../../design/show/code.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { formattedNumber, texts } from '../../../texts/index.ts';
import type { Agent } from '../status.tsx';

/** What the newest version says. */
export const Settings = ({ agent: { config, name, id, version, created_at, updated_at } }: { agent: Agent }) => {
  const { agents } = texts();
  const { limits, memory, approval } = config;
  return (
    <Section title={agents.settings}>
      <h3>{agents.prompt}</h3>
      <Code text={config.system_prompt} label={agents.prompt} />
      <Facts
        facts={[
          [agents.name, <code key="name">{name}</code>],
          [agents.id, <code key="id">{id}</code>],
          [agents.version, formattedNumber(version)],
          [agents.created, <Time key="created" at={created_at} />],
          [agents.changed, <Time key="changed" at={updated_at} />],
          [agents.model, config.model ? <code>{config.model}</code> : agents.modelDefault],
          [
            agents.capabilities,
            config.capabilities.length === 0 ? undefined : (
              <span class="agent-badges" dir="auto">
                {config.capabilities.map((one) => (
                  <Badge key={one}>{one}</Badge>
                ))}
              </span>
            ),
          ],
          [agents.minRisk, agents.minRisks[approval.min_risk]],
          [agents.concurrency, formattedNumber(config.concurrency_limit)],
          [agents.pending, formattedNumber(config.max_pending)],
          [agents.steps, formattedNumber(limits.max_steps)],
          [agents.tokens, formattedNumber(limits.max_tokens)],
          [agents.maxCost, limits.max_cost === undefined ? agents.noLimit : <Money dollars={limits.max_cost} />],
          [agents.minutes, formattedNumber(limits.max_minutes)],
          [agents.memories, formattedNumber(memory.max_vectors)],
          [agents.contradictions, agents.contradictionsBy[memory.contradictions ?? 'rules']],
        ]}
      />
    </Section>
  );
};
