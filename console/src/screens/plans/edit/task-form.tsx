import { Button } from '../../../design/form/button.tsx';
import { Checkbox, Select, TextArea, TextField } from '../../../design/form/field.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { DraftTask } from './draft.ts';
import type { Fault, Field } from './faults.ts';

export type TaskFormProps = {
  task: DraftTask;
  agents: readonly string[];
  /** Names of the tasks it may wait for. */
  others: readonly string[];
  faults: readonly Fault[];
  onChange: (change: Partial<DraftTask>) => void;
  onToggle: (on: string) => void;
  onRemove: () => void;
};

/** One task of a plan that is being edited. */
export const TaskForm = ({ task, agents, others, faults, onChange, onToggle, onRemove }: TaskFormProps) => {
  const { plans } = texts();
  const errorAt = (field: Field): string | undefined =>
    faults
      .filter((one) => one.field === field)
      .map(({ code, values }) => filled(plans.faults[code] ?? code, values))
      .join(' ') || undefined;
  const offered = agents.includes(task.agent) ? agents : [task.agent, ...agents];
  const waits = [...others, ...task.depends_on.filter((on) => !others.includes(on))];
  const error = errorAt('depends_on');
  return (
    <fieldset class="task-form">
      <legend dir="auto">{filled(plans.taskNamed, { id: task.id })}</legend>
      <TextField label={plans.id} value={task.id} error={errorAt('id')} onInput={(id) => onChange({ id })} />
      <TextArea
        label={plans.brief}
        value={task.description}
        error={errorAt('description')}
        rows={5}
        onInput={(description) => onChange({ description })}
      />
      <Select
        label={plans.agent}
        value={task.agent}
        error={errorAt('agent')}
        options={offered.map((name) => ({ value: name, label: name || plans.chooseAgent }))}
        onInput={(agent) => onChange({ agent })}
      />
      <TextArea
        label={plans.expected}
        value={task.expected_output ?? ''}
        error={errorAt('expected_output')}
        rows={2}
        onInput={(text) => onChange({ expected_output: text === '' ? undefined : text })}
      />
      <fieldset class="waits" aria-invalid={error ? true : undefined}>
        <legend>{plans.waitsFor}</legend>
        {waits.length === 0 && <p class="hint">{plans.nobodyToWaitFor}</p>}
        <div class="waits-list">
          {waits.map((on) => (
            <Checkbox key={on} label={on} isChecked={task.depends_on.includes(on)} onChange={() => onToggle(on)} />
          ))}
        </div>
        {error && <p class="field-error">{error}</p>}
      </fieldset>
      <Actions>
        <Button kind="danger" onClick={onRemove}>
          {plans.removeTask}
        </Button>
      </Actions>
    </fieldset>
  );
};
