import { Button } from '../../../design/form/button.tsx';
import { Checkbox, Select, TextField } from '../../../design/form/field.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { Column } from './fields.ts';
import { emptyRow, type Row } from './form.ts';

type CellProps = { column: Column; value: string | boolean; onChange: (value: string | boolean) => void };

const Cell = ({ column, value, onChange }: CellProps) => {
  const { columns, choices } = texts().policies;
  const label = columns[column.name] ?? column.name;
  if (column.as === 'flag') return <Checkbox label={label} isChecked={value === true} onChange={onChange} />;
  if (column.as !== 'choice') return <TextField label={label} value={String(value)} onInput={onChange} />;
  const options = column.of.map((one) => ({ value: one, label: choices[one] ?? one }));
  return <Select label={label} options={options} value={String(value)} onInput={onChange} />;
};

export type RowsProps = {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  /** Those that are shown, of all. */
  columns: readonly Column[];
  all: readonly Column[];
  least: number;
  blank: Row | undefined;
  rows: readonly Row[];
  onChange: (rows: readonly Row[]) => void;
};

/** A list of rules, each a row of controls, with a way to add and to remove one. */
export const Rows = ({ label, hint, error, columns, all, least, blank, rows, onChange }: RowsProps) => {
  const { policies } = texts();
  return (
    <fieldset class="policy-rows">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {rows.map((row, at) => (
        <fieldset class="row" key={at}>
          <legend class="visually-hidden">{filled(policies.ruleNumber, { number: at + 1 })}</legend>
          {columns.map((column) => (
            <Cell
              key={column.name}
              column={column}
              value={row[column.name] ?? ''}
              onChange={(value) => onChange(rows.with(at, { ...row, [column.name]: value }))}
            />
          ))}
          {rows.length > least && (
            <Button
              label={filled(policies.removeRule, { number: at + 1 })}
              onClick={() => onChange(rows.toSpliced(at, 1))}
            >
              <span aria-hidden="true">✕</span>
            </Button>
          )}
        </fieldset>
      ))}
      {error && <p class="field-error">{error}</p>}
      <div>
        <Button onClick={() => onChange([...rows, { ...emptyRow(all), ...blank }])}>{policies.addRule}</Button>
      </div>
    </fieldset>
  );
};
