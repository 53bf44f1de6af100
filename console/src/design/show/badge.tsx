import type { ComponentChildren } from 'preact';
import { texts } from '../../texts/index.ts';

export type Tone = 'neutral' | 'good' | 'busy' | 'attention' | 'bad';

export const Badge = ({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={`badge ${tone}`}>{children}</span>
);

const TONES: Record<string, Tone> = {
  queued: 'neutral',
  planning: 'busy',
  running: 'busy',
  working: 'busy',
  waiting: 'attention',
  pending: 'attention',
  completed: 'good',
  done: 'good',
  approved: 'good',
  partial: 'attention',
  failed: 'bad',
  rejected: 'bad',
};

/** The state of a run, a task or an approval. */
export const State = ({ state }: { state: string }) => (
  <Badge tone={TONES[state] ?? 'neutral'}>{texts().states[state] ?? state}</Badge>
);

const RISKS: Record<string, Tone> = { low: 'neutral', medium: 'attention', high: 'bad' };

export const Risk = ({ risk }: { risk: string }) => (
  <Badge tone={RISKS[risk] ?? 'neutral'}>{texts().risks[risk] ?? risk}</Badge>
);
