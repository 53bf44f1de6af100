import { Select, TextArea, TextField } from '../../../design/form/field.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { texts } from '../../../texts/index.ts';
import type { Draft, Risk } from './draft.ts';
import { Limits } from './limits.tsx';
import { ModelField } from './model-field.tsx';
import { errorUnder } from './refused.ts';
import { ToolFields } from './tool-fields.tsx';

/** `errors`: by the path of a field, as the API names them. */
export type FieldsProps = {
  draft: Draft;
  onChange: (draft: Draft) => void;
  errors: Readonly<Record<string, string>>;
};

/** Every setting of an agent. */
export const Fields = ({ draft, onChange, errors }: FieldsProps) => {
  const { agents } = texts();
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  return (
    <>
      <TextField
        label={agents.displayName}
        value={draft.displayName}
        onInput={(displayName) => set({ displayName })}
        error={errors.display_name}
        maxLength={100}
        autocomplete="off"
      />
      <TextArea
        label={agents.prompt}
        hint={agents.promptHint}
        rows={10}
        value={draft.prompt}
        onInput={(prompt) => set({ prompt })}
        error={errors.system_prompt}
        maxLength={32_000}
        isRequired
      />
      <ModelField value={draft.model} onInput={(model) => set({ model })} error={errors.model} />
      <TextArea
        label={agents.capabilities}
        hint={agents.capabilitiesHint}
        rows={3}
        value={draft.capabilities}
        onInput={(capabilities) => set({ capabilities })}
        error={errorUnder(errors, 'capabilities')}
      />
      <Section title={agents.approvalSettings}>
        <Select
          label={agents.minRisk}
          hint={agents.minRiskHint}
          options={Object.entries(agents.minRisks).map(([value, label]) => ({ value, label }))}
          value={draft.minRisk}
          onInput={(minRisk) => set({ minRisk: minRisk as Risk })}
          error={errors['approval.min_risk']}
        />
      </Section>
      <ToolFields tools={draft.tools} onChange={(tools) => set({ tools })} errors={errors} />
      <Limits draft={draft} set={set} errors={errors} />
    </>
  );
};
