import { Checkbox, Select, TextArea, TextField } from '../../../design/form/field.tsx';
import { texts } from '../../../texts/index.ts';
import type { Field } from './fields.ts';
import type { Row, Value } from './form.ts';
import { Rows } from './rows.tsx';

export type FieldInputProps = {
  field: Field;
  value: Value;
  error: string | undefined;
  /** Columns that are not the person's to fill in. */
  hidden: readonly string[];
  /** What another row begins with. */
  row?: Row;
  onChange: (value: Value) => void;
};

/** The control of one setting. */
export const FieldInput = ({ field, value, error, hidden, row, onChange }: FieldInputProps) => {
  const { fields, choices } = texts().policies;
  const { label, hint } = fields[field.name] ?? { label: field.name };
  const shared = { label, hint, error };
  const options = 'of' in field ? field.of.map((one) => ({ value: one, label: choices[one] ?? one })) : [];
  switch (field.as) {
    case 'flag':
      return <Checkbox label={label} hint={hint} isChecked={value === true} onChange={onChange} />;
    case 'choice':
      return <Select {...shared} options={options} value={String(value)} onInput={onChange} />;
    case 'choices': {
      const chosen = value as readonly string[];
      return (
        <fieldset class="policy-choices">
          <legend>{label}</legend>
          {hint && <p class="hint">{hint}</p>}
          {options.map((one) => (
            <Checkbox
              key={one.value}
              label={one.label}
              isChecked={chosen.includes(one.value)}
              onChange={(isChosen) =>
                onChange([...chosen.filter((other) => other !== one.value), ...(isChosen ? [one.value] : [])])
              }
            />
          ))}
          {error && <p class="field-error">{error}</p>}
        </fieldset>
      );
    }
    case 'rows':
      return (
        <Rows
          {...shared}
          columns={field.columns.filter(({ name }) => !hidden.includes(name))}
          blank={row}
          all={field.columns}
          least={field.least}
          rows={value as readonly Row[]}
          onChange={onChange}
        />
      );
    case 'number': {
      const { min, max, step = 1 } = field;
      return (
        <TextField {...shared} type="number" min={min} max={max} step={step} value={String(value)} onInput={onChange} />
      );
    }
    case 'lines':
    case 'area':
      return <TextArea {...shared} rows={3} isCode={field.as === 'lines'} value={String(value)} onInput={onChange} />;
    default:
      return <TextField {...shared} value={String(value)} onInput={onChange} />;
  }
};
