import type { Problem } from '../../../api/problem.ts';
import { TextField } from '../../../design/form/field.tsx';
import { texts } from '../../../texts/index.ts';
import type { LimitFields } from './order.ts';

const NAMES = ['max_tokens', 'max_cost', 'max_minutes', 'max_attempts'] as const;

export type LimitFieldsProps = {
  value: LimitFields;
  onChange: (value: LimitFields) => void;
  problem: Problem | undefined;
  /** What holds where a field stays empty. */
  hint: string;
};

export const LimitFieldset = ({ value, onChange, problem, hint }: LimitFieldsProps) => {
  const t = texts().builds;
  const wrong = (name: string): string | undefined => problem?.fields[`limits.${name}`];
  return (
    <details class="fold" open={NAMES.some(wrong) || undefined}>
      <summary>{t.limits}</summary>
      <p class="hint">{hint}</p>
      <div class="row level">
        {NAMES.map((name) => (
          <TextField
            key={name}
            label={t.limitNames[name]}
            type="number"
            min={0}
            step="any"
            value={value[name]}
            error={wrong(name)}
            onInput={(typed) => onChange({ ...value, [name]: typed })}
          />
        ))}
      </div>
    </details>
  );
};
