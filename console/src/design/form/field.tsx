import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { faultInWords } from './fault.ts';

type Described = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined };

export type FieldProps = {
  label: string;
  /** What a person should know before they fill it in. */
  hint?: string | undefined;
  /** What is wrong with what was filled in. */
  error?: string | undefined;
  children: (attributes: Described) => ComponentChildren;
};

/** A control with its label, and what is to be said about it, tied together for a screen reader. */
export const Field = ({ label, hint, error, children }: FieldProps) => {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {faultInWords(error)}
        </p>
      )}
    </div>
  );
};

type Shared = Pick<FieldProps, 'label' | 'hint' | 'error'> & { value: string; onInput: (value: string) => void };

export type TextFieldProps = Shared & {
  type?: 'text' | 'email' | 'password' | 'search' | 'number' | 'url' | 'date' | 'datetime-local';
  isRequired?: boolean;
  isDisabled?: boolean | undefined;
  autocomplete?: string;
  placeholder?: string;
  maxLength?: number;
  min?: number | string;
  max?: number | string;
  step?: number | 'any';
  inputRef?: { current: HTMLInputElement | null };
};

export const TextField = ({
  label,
  hint,
  error,
  value,
  onInput,
  type = 'text',
  isRequired,
  isDisabled,
  inputRef,
  ...more
}: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(attributes) => (
      <input
        {...attributes}
        {...more}
        ref={inputRef}
        type={type as 'text'}
        value={value}
        required={isRequired}
        disabled={isDisabled}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    )}
  </Field>
);

export type TextAreaProps = Shared & {
  rows?: number;
  isRequired?: boolean;
  isDisabled?: boolean | undefined;
  placeholder?: string;
  maxLength?: number;
  /** For what is written in a fixed width: JSON, programs. */
  isCode?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
  areaRef?: { current: HTMLTextAreaElement | null };
};

export const TextArea = ({
  label,
  hint,
  error,
  value,
  onInput,
  rows = 4,
  isRequired,
  isDisabled,
  isCode,
  areaRef,
  ...more
}: TextAreaProps) => (
  <Field label={label} hint={hint} error={error}>
    {(attributes) => (
      <textarea
        {...attributes}
        {...more}
        ref={areaRef}
        class={isCode ? 'code' : undefined}
        rows={rows}
        value={value}
        required={isRequired}
        disabled={isDisabled}
        spellcheck={!isCode}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    )}
  </Field>
);

export type Option = { value: string; label: string };

export const Select = ({
  options,
  value,
  onInput,
  isDisabled,
  ...field
}: Shared & { options: readonly Option[]; isDisabled?: boolean }) => (
  <Field {...field}>
    {(attributes) => (
      <select
        {...attributes}
        value={value}
        disabled={isDisabled}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value;
          // It shows what holds: the choice may be refused, as by somebody who stays with what they have not saved.
          currentTarget.value = value;
          onInput(chosen);
        }}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

export type CheckboxProps = {
  label: string;
  hint?: string | undefined;
  isChecked: boolean;
  isDisabled?: boolean | undefined;
  onChange: (isChecked: boolean) => void;
};

export const Checkbox = ({ label, hint, isChecked, isDisabled, onChange }: CheckboxProps) => {
  const id = useId();
  return (
    <div class="field checkbox">
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        aria-describedby={hint && `${id}-hint`}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};
