import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { Checkbox, Select, TextField } from '../../../design/form/field.tsx';
import { SuggestingField } from '../../../design/form/suggesting-field.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { texts } from '../../../texts/index.ts';
import type { Draft, Risk } from './draft.ts';

type Props = {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  errors: Readonly<Record<string, string>>;
};

export const Fields = ({ draft, set, errors }: Props) => {
  const { projects } = texts();
  const models = useResource((signal) => artel().call('GET /v1/models', { signal }));
  return (
    <>
      <Section title={projects.planning}>
        <SuggestingField
          label={projects.model}
          hint={projects.modelHint}
          placeholder={projects.modelDefault}
          value={draft.model}
          onInput={(model) => set({ model })}
          suggestions={models.data.value?.data.map(({ id }) => id) ?? []}
          error={errors.model}
        />
        <div class="row">
          <TextField
            label={projects.tasks}
            type="number"
            min={1}
            max={200}
            value={draft.tasks}
            onInput={(tasks) => set({ tasks })}
            error={errors.max_tasks}
          />
          <TextField
            label={projects.parallel}
            type="number"
            min={1}
            max={50}
            value={draft.parallel}
            onInput={(parallel) => set({ parallel })}
            error={errors.max_parallel}
          />
          <TextField
            label={projects.budget}
            type="number"
            min={0}
            step="any"
            placeholder={projects.noLimit}
            value={draft.budget}
            onInput={(budget) => set({ budget })}
            error={errors.budget_per_run}
          />
        </div>
      </Section>
      <Section title={projects.approval}>
        <p class="hint">{projects.approvalHint}</p>
        <div class="row">
          <TextField
            label={projects.approvalTasks}
            type="number"
            min={0}
            max={200}
            value={draft.approvalTasks}
            onInput={(approvalTasks) => set({ approvalTasks })}
            error={errors['approval.max_tasks']}
          />
          <TextField
            label={projects.approvalCost}
            type="number"
            min={0}
            step="any"
            value={draft.approvalCost}
            onInput={(approvalCost) => set({ approvalCost })}
            error={errors['approval.max_cost']}
          />
          <Select
            label={projects.minRisk}
            options={Object.entries(projects.minRisks).map(([value, label]) => ({ value, label }))}
            value={draft.minRisk}
            onInput={(minRisk) => set({ minRisk: minRisk as Risk })}
            error={errors['approval.min_risk']}
          />
        </div>
        <Checkbox
          label={projects.autoApprove}
          hint={projects.autoApproveHint}
          isChecked={draft.autoApprove}
          onChange={(autoApprove) => set({ autoApprove })}
        />
      </Section>
    </>
  );
};
