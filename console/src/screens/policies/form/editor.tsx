import { useState } from 'preact/hooks';
import { Dialog } from '../../../design/dialog/dialog.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Checkbox, TextField } from '../../../design/form/field.tsx';
import { Actions, Form as FormElement } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';
import { FieldInput } from './field-input.tsx';
import { FIELDS, type Policy } from './fields.ts';
import { type Form, policyOf, REMOVED } from './form.ts';

export type EditorProps = {
  form: Form;
  /** A person's own policy, which may only take away: what it puts in place is not theirs to choose. */
  isOwn: boolean;
  /** Names that others of the list have. */
  taken: readonly string[];
  errors: Readonly<Record<string, string>>;
  onDone: (policy: Policy) => void;
  onClose: () => void;
};

/** A policy is filled in here and goes into the list, which is stored as a whole. */
export const Editor = ({ form, isOwn, taken, errors, onDone, onClose }: EditorProps) => {
  const [now, set] = useState(form);
  const { policies, common } = texts();
  const { kind } = form;
  const { name: title, about } = policies.kinds[kind];
  const isTaken = taken.includes(now.name.trim());
  const hidden = isOwn && kind === 'replace' ? ['with'] : [];
  return (
    <Dialog title={title} onClose={onClose} isWide isChanged={now !== form}>
      <FormElement label={title} onSubmit={() => now.name.trim() && !isTaken && onDone(policyOf(now))}>
        <p class="hint">{about}</p>
        {hidden.length > 0 && <p class="hint">{policies.onlyTakesAway}</p>}
        <TextField
          label={common.name}
          hint={policies.nameHint}
          error={isTaken ? policies.nameTaken : errors.name}
          value={now.name}
          maxLength={40}
          autocomplete="off"
          isRequired
          onInput={(name) => set({ ...now, name })}
        />
        <Checkbox label={policies.isOn} isChecked={now.enabled} onChange={(enabled) => set({ ...now, enabled })} />
        {FIELDS[kind].map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            value={now.values[field.name] ?? ''}
            error={errors[field.name]}
            hidden={hidden}
            {...(hidden.length > 0 && { row: { with: REMOVED } })}
            onChange={(value) => set({ ...now, values: { ...now.values, [field.name]: value } })}
          />
        ))}
        <Actions>
          <Button kind="main" type="submit" isDisabled={!now.name.trim() || isTaken}>
            {policies.done}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </FormElement>
    </Dialog>
  );
};
