import { Select, TextField } from '../../../design/form/field.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { texts } from '../../../texts/index.ts';
import type { Draft } from './draft.ts';

type Props = {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  errors: Readonly<Record<string, string>>;
};

/** What one run may use up, how much is done at once, and how much is remembered. */
export const Limits = ({ draft, set, errors }: Props) => {
  const { agents } = texts();
  return (
    <>
      <Section title={agents.limits}>
        <div class="row">
          <TextField
            label={agents.steps}
            type="number"
            min={1}
            max={200}
            value={draft.steps}
            onInput={(steps) => set({ steps })}
            error={errors['limits.max_steps']}
          />
          <TextField
            label={agents.tokens}
            type="number"
            min={100}
            value={draft.tokens}
            onInput={(tokens) => set({ tokens })}
            error={errors['limits.max_tokens']}
          />
          <TextField
            label={agents.maxCost}
            type="number"
            min={0}
            step="any"
            placeholder={agents.noLimit}
            value={draft.cost}
            onInput={(cost) => set({ cost })}
            error={errors['limits.max_cost']}
          />
          <TextField
            label={agents.minutes}
            type="number"
            min={0.1}
            step="any"
            value={draft.minutes}
            onInput={(minutes) => set({ minutes })}
            error={errors['limits.max_minutes']}
          />
        </div>
        <div class="row">
          <TextField
            label={agents.concurrency}
            type="number"
            min={1}
            max={10}
            value={draft.concurrency}
            onInput={(concurrency) => set({ concurrency })}
            error={errors.concurrency_limit}
          />
          <TextField
            label={agents.pending}
            type="number"
            min={0}
            max={1_000}
            value={draft.pending}
            onInput={(pending) => set({ pending })}
            error={errors.max_pending}
          />
        </div>
      </Section>
      <Section title={agents.memorySettings}>
        <div class="row">
          <TextField
            label={agents.memories}
            type="number"
            min={10}
            value={draft.memories}
            onInput={(memories) => set({ memories })}
            error={errors['memory.max_vectors']}
          />
          <Select
            label={agents.contradictions}
            options={Object.entries(agents.contradictionsBy).map(([value, label]) => ({ value, label }))}
            value={draft.contradictions}
            onInput={(value) => set({ contradictions: value === 'model' ? 'model' : 'rules' })}
            error={errors['memory.contradictions']}
          />
        </div>
      </Section>
    </>
  );
};
