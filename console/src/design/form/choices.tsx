import { useId } from 'preact/hooks';
import { faultInWords } from './fault.ts';
import { Checkbox } from './field.tsx';

export type Choice = { value: string; label: string; hint?: string | undefined };

export type ChoicesProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  choices: readonly Choice[];
  chosen: readonly string[];
  isDisabled?: boolean | undefined;
  onChange: (chosen: string[]) => void;
};

/** Any number of a few things, in the order they are offered in. */
export const Choices = ({ label, hint, error, choices, chosen, isDisabled, onChange }: ChoicesProps) => {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const change = (value: string, isChosen: boolean): void =>
    onChange(
      choices
        .map((one) => one.value)
        .filter((one) => (one === value ? isChosen : chosen.includes(one)))
        // What is chosen and not offered, as of a newer version of the service, stays chosen.
        .concat(chosen.filter((one) => !choices.some((offered) => offered.value === one))),
    );
  return (
    <fieldset class="choices" aria-describedby={described} aria-invalid={error ? true : undefined}>
      <legend>{label}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="choices-list">
        {choices.map((one) => (
          <Checkbox
            key={one.value}
            label={one.label}
            hint={one.hint}
            isChecked={chosen.includes(one.value)}
            isDisabled={isDisabled}
            onChange={(isChosen) => change(one.value, isChosen)}
          />
        ))}
      </div>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {faultInWords(error)}
        </p>
      )}
    </fieldset>
  );
};
