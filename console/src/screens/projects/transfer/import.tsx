import { useRef, useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { ndjson } from '../../../app/person/ndjson.ts';
import { href } from '../../../app/place/route.ts';
import type { Project } from '../../../app/project/project.ts';
import { FileField } from '../../../design/file/file-field.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { filled, formattedNumber, texts } from '../../../texts/index.ts';
import { importParts, type Summary, together } from './lines.ts';

const NOTHING: Summary = { imported: {}, left_out: {}, missing_secrets: [] };

/** Which file, how many of its parts have been taken, and what they brought: after a failure it goes on with the next. */
type Sending = { file: File; done: number; summary: Summary };

export const Import = ({ project: { id, is_default } }: { project: Project }) => {
  const [file, setFile] = useState<File>();
  const [progress, setProgress] = useState<{ part: number; of: number }>();
  const [brought, setBrought] = useState<Summary>();
  const sending = useRef<Sending | undefined>(undefined);
  const { projects, screens } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    if (!file) return;
    setBrought(undefined);
    const parts = importParts(await file.text());
    const before = sending.current?.file === file ? sending.current : undefined;
    const state: Sending = before ?? { file, done: 0, summary: NOTHING };
    sending.current = state;
    for (const [index, part] of parts.entries()) {
      if (index < state.done) continue;
      setProgress({ part: index + 1, of: parts.length });
      const search = parts.length === 1 ? '' : `?part=${index + 1}`;
      const answer = await ndjson(`/my/projects/${id}/import${search}`, { method: 'POST', body: part });
      state.summary = together(state.summary, (await answer.json()) as Summary);
      state.done = index + 1;
    }
    setBrought(state.summary);
  });
  const listed = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${kind}: ${formattedNumber(count)}`)
      .join(', ');
  return (
    <Section title={projects.import}>
      <p>{projects.importMeans}</p>
      <Form label={projects.import} problem={problem.value} onSubmit={() => void run()}>
        <FileField label={projects.file} accept=".ndjson,.jsonl,application/x-ndjson" onChoose={setFile} />
        <Actions>
          <Button type="submit" isBusy={isBusy.value} isDisabled={!file}>
            {projects.import}
          </Button>
        </Actions>
        <div role="status">
          {isBusy.value && progress && filled(projects.importing, progress)}
          {brought && (
            <>
              <p>{filled(projects.imported, { what: listed(brought.imported) || '0' })}</p>
              {listed(brought.left_out) && <p>{filled(projects.leftOut, { what: listed(brought.left_out) })}</p>}
              {brought.missing_secrets.length > 0 && (
                <p>
                  {filled(projects.missingSecrets, { names: brought.missing_secrets.join(', ') })}{' '}
                  <a href={href({ screen: 'secrets', query: { project: is_default ? undefined : id } })}>
                    {screens.secrets}
                  </a>
                </p>
              )}
            </>
          )}
        </div>
      </Form>
    </Section>
  );
};
