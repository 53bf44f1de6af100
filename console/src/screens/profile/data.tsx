import { signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { download, endsWith } from '../../api/download.ts';
import { session } from '../../app/person/session.ts';
import { API } from '../../app/place/base.ts';
import { size } from '../../design/figure/size.ts';
import { saveFile } from '../../design/file/save-file.ts';
import { Button } from '../../design/form/button.tsx';
import { Actions } from '../../design/form/form.tsx';
import { Section } from '../../design/layout/page.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { filled, texts } from '../../texts/index.ts';
import { Removal } from './account/removal.tsx';

/** Taking everything along, and leaving. */
export const DataPart = () => {
  const [isAsking, ask] = useState(false);
  const { profile } = texts();
  return (
    <>
      <Export />
      <Section title={profile.removal}>
        <p>{profile.removalLead}</p>
        <Actions>
          <Button kind="danger" onClick={() => ask(true)}>
            {profile.remove}
          </Button>
        </Actions>
      </Section>
      {isAsking && <Removal onClose={() => ask(false)} />}
    </>
  );
};

const Export = () => {
  const { profile } = texts();
  const [outcome, setOutcome] = useState<'whole' | 'broken'>();
  const bytes = useMemo(() => signal(0), []);
  const leaving = useMemo(() => new AbortController(), []);
  useEffect(() => () => leaving.abort(), [leaving]);
  const { run, isBusy, problem } = useAction(async () => {
    setOutcome(undefined);
    bytes.value = 0;
    const token = await session.value?.token();
    if (token === undefined) return;
    const onBytes = (count: number): void => {
      bytes.value = count;
    };
    const lines = await download({ url: `${API}/my/export`, token, signal: leaving.signal, onBytes });
    const isWhole = await endsWith('end', lines);
    setOutcome(isWhole ? 'whole' : 'broken');
    if (isWhole) saveFile(`artel-${new Date().toISOString().slice(0, 10)}.ndjson`, lines);
  });
  return (
    <Section title={profile.export}>
      <p>{profile.exportLead}</p>
      <Actions>
        <Button isBusy={isBusy.value} onClick={() => void run()}>
          {profile.exportAll}
        </Button>
      </Actions>
      <p role="status">
        {isBusy.value && filled(profile.exporting, { size: size(bytes.value) })}
        {!isBusy.value && outcome === 'whole' && filled(profile.exported, { size: size(bytes.value) })}
      </p>
      {outcome === 'broken' && (
        <p class="problem" role="alert">
          {profile.exportBroken}
        </p>
      )}
      <ProblemNote problem={problem.value} />
    </Section>
  );
};
