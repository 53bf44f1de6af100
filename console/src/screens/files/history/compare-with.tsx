import { useState } from 'preact/hooks';
import { go } from '../../../app/place/route.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';
import { versionIn } from '../version-in.ts';

/** Compares a version with any other one than that before it. */
export const CompareWith = ({ version, from }: { version: number; from: number | undefined }) => {
  const [typed, setTyped] = useState(from === undefined ? '' : String(from));
  const t = texts().files;
  const wanted = versionIn(typed);
  const show = (other: number | undefined): void =>
    go({ screen: 'files', item: String(version), query: { from: other === undefined ? undefined : String(other) } });
  return (
    <details class="fold" open={from !== undefined}>
      <summary>{t.compare}</summary>
      <Form label={t.compare} onSubmit={() => wanted !== undefined && show(wanted)}>
        <TextField
          label={t.compareWith}
          hint={t.compareHint}
          type="number"
          min={1}
          step={1}
          value={typed}
          onInput={setTyped}
        />
        <Actions>
          <Button type="submit" isDisabled={wanted === undefined}>
            {t.compareShow}
          </Button>
          {from !== undefined && <Button onClick={() => show(undefined)}>{t.compareParent}</Button>}
        </Actions>
      </Form>
    </details>
  );
};
