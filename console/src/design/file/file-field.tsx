import { Field } from '../form/field.tsx';

export type FileFieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Endings and types that the browser offers. */
  accept?: string;
  onChoose: (file: File | undefined) => void;
};

/** One file of the person's own. */
export const FileField = ({ label, hint, error, accept, onChoose }: FileFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(attributes) => (
      <input
        {...attributes}
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => onChoose(currentTarget.files?.[0])}
      />
    )}
  </Field>
);
