import type { components } from '../../../../../clients/typescript/src/index.ts';
import { Badge, type Tone } from '../../../design/show/badge.tsx';
import { texts } from '../../../texts/index.ts';

export type Decision = components['schemas']['PolicyDecision'];

const TONES: Record<string, Tone> = { refused: 'bad', failed: 'bad', left_out: 'attention', changed: 'busy' };

/** What was decided about a call, policy by policy. */
export const Decisions = ({ decisions }: { decisions: readonly Decision[] }) => {
  const { policies } = texts();
  return (
    <ul class="policy-decisions">
      {decisions.map(({ policy, phase, action }) => (
        <li key={`${policy} ${phase} ${action}`}>
          <Badge tone={TONES[action] ?? 'neutral'}>{policies.actions[action] ?? action}</Badge>{' '}
          <span dir="auto">{policy}</span> <span class="hint">{policies.phases[phase] ?? phase}</span>
        </li>
      ))}
    </ul>
  );
};

const OUTCOMES: Record<string, Tone> = { answered: 'good', refused: 'bad', failed: 'bad', left: 'neutral' };

export const Outcome = ({ outcome }: { outcome: string }) => (
  <Badge tone={OUTCOMES[outcome] ?? 'neutral'}>{texts().policies.outcomes[outcome] ?? outcome}</Badge>
);
