import { keepsNumbers } from '../../../api/exact.ts';
import { TextArea } from '../../../design/form/field.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { Diff } from '../diff/diff.tsx';
import { type Edited, textOf } from './edited.ts';

const MAX_ROWS = 24;

/** What is wrong with what was typed, in words. */
const faultIn = (edited: Edited): string | undefined => {
  const { approvals } = texts();
  if (!edited.ok) return filled(approvals.faults[edited.problem] ?? '', { detail: edited.detail });
  const said = edited.faults.map(({ path, code, values }) => {
    const text = filled(approvals.faults[code] ?? code, values);
    return path === '' ? text : `${path}: ${text}`;
  });
  return said.join(' ') || undefined;
};

export type EditArgumentsProps = {
  label: string;
  typed: string;
  before: unknown;
  edited: Edited;
  onInput: (typed: string) => void;
};

/** Arguments as JSON, with what is wrong with them and what was changed. */
export const EditArguments = ({ label, typed, before, edited, onInput }: EditArgumentsProps) => {
  const { approvals } = texts();
  const rows = Math.min(MAX_ROWS, Math.max(4, typed.split('\n').length + 1));
  return (
    <>
      {!keepsNumbers && <p class="field-error">{approvals.roundsNumbers}</p>}
      <TextArea
        label={label}
        hint={approvals.editHint}
        error={faultIn(edited)}
        value={typed}
        rows={rows}
        isCode
        onInput={onInput}
      />
      {edited.ok && edited.isChanged && (
        <Diff label={approvals.changes} before={textOf(before)} after={textOf(edited.value)} />
      )}
    </>
  );
};
