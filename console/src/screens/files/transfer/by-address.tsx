import type { Problem } from '../../../api/problem.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { Code } from '../../../design/show/code.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { commandFor, type Upload } from './address.ts';

export type Announced = { name: string; upload: Upload };

export type ByAddressProps = {
  announced: readonly Announced[];
  isBusy: boolean;
  problem: Problem | undefined;
  onSent: () => void;
  onCancel: () => void;
};

/** For what this page may not send: the commands that do, and then taking in what they have sent. */
export const ByAddress = ({ announced, isBusy, problem, onSent, onCancel }: ByAddressProps) => {
  const { common, files: t } = texts();
  return (
    <div class="card">
      <p>{t.byAddress}</p>
      {announced.map(({ name, upload }) => (
        <Code key={upload.id} label={filled(t.commandFor, { name })} text={commandFor(upload, name)} />
      ))}
      <p class="hint">
        {t.addressUntil} <Time at={announced[0]?.upload.url_expires_at} />
      </p>
      <ProblemNote problem={problem} />
      <Actions>
        <Button kind="main" isBusy={isBusy} onClick={onSent}>
          {t.takeIn}
        </Button>
        <Button onClick={onCancel}>{common.cancel}</Button>
      </Actions>
    </div>
  );
};
