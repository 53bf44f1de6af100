import { Badge, type Tone } from '../../design/show/badge.tsx';
import { texts } from '../../texts/index.ts';
import type { KnownWebhook } from './draft.ts';

const TONES: Record<KnownWebhook['state'], Tone> = { enabled: 'good', failing: 'attention', disabled: 'bad' };

export const WebhookState = ({ state }: { state: KnownWebhook['state'] }) => (
  <Badge tone={TONES[state] ?? 'neutral'}>{texts().webhooks.states[state] ?? state}</Badge>
);
