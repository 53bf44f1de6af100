import { useId } from 'preact/hooks';
import { Field } from './field.tsx';

export type SuggestingFieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onInput: (value: string) => void;
  /** What may be chosen; anything else may be typed. */
  suggestions: readonly string[];
  placeholder?: string;
};

export const SuggestingField = ({
  label,
  hint,
  error,
  value,
  onInput,
  suggestions,
  placeholder,
}: SuggestingFieldProps) => {
  const list = useId();
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            type="text"
            list={list}
            value={value}
            placeholder={placeholder}
            autocomplete="off"
            onInput={({ currentTarget }) => onInput(currentTarget.value)}
          />
          <datalist id={list}>
            {suggestions.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
};
