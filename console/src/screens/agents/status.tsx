import type { components } from '../../../../clients/typescript/src/index.ts';
import { Badge, type Tone } from '../../design/show/badge.tsx';
import { texts } from '../../texts/index.ts';

export type Agent = components['schemas']['Agent'];
type AgentStatus = Agent['status'];

const TONES: Record<AgentStatus, Tone> = { ready: 'good', busy: 'busy', error: 'bad', draining: 'attention' };

/** Whether an agent takes work, and how it has fared of late. */
export const Status = ({ status }: { status: AgentStatus }) => (
  <Badge tone={TONES[status]}>{texts().agents.statuses[status]}</Badge>
);
