import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { href } from '../../../app/place/route.ts';
import { project } from '../../../app/project/project.ts';
import { Button } from '../../../design/form/button.tsx';
import { Field, Select } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { base64Of } from '../review/take-back.ts';
import { isReachable, type Upload } from './address.ts';
import { announce, put } from './announce.ts';
import { ByAddress } from './by-address.tsx';
import { packed } from './packing.ts';

type Mode = 'merge' | 'replace';

/** An archive's files as one new version: tar in gzip, zip, or a bundle of git. */
export const ImportForm = () => {
  const [chosen, choose] = useState<File>();
  const [mode, setMode] = useState<Mode>('merge');
  const [waiting, wait] = useState<{ name: string; upload: Upload }>();
  const [round, begin] = useState(0);
  const t = texts().files;
  const takeIn = async (archive: { content: string } | { upload: string }, name: string): Promise<void> => {
    const reason = filled(t.reasonImported, { name }).slice(0, 500);
    const made = await artel().call('POST /my/projects/{project_id}/archive', {
      path: { project_id: project.value },
      body: { ...archive, mode, reason },
    });
    notify(filled(t.savedAs, { version: made.version }), { to: href({ screen: 'files', item: String(made.version) }) });
    choose(undefined);
    wait(undefined);
    begin(round + 1);
  };
  const sending = useAction(async (file: File) => {
    const isSmall = packed([{ path: '', bytes: file.size, blob: file }]).tooLarge.length === 0;
    if (isSmall) return takeIn({ content: base64Of(new Uint8Array(await file.arrayBuffer())) }, file.name);
    const upload = await announce(file);
    if (!isReachable(upload, location.origin)) return wait({ name: file.name, upload });
    await put(upload, file);
    return takeIn({ upload: upload.id }, file.name);
  });
  const taking = useAction(async ({ name, upload }: { name: string; upload: Upload }) =>
    takeIn({ upload: upload.id }, name),
  );
  return (
    <>
      <Form label={t.import} problem={sending.problem.value} onSubmit={() => chosen && void sending.run(chosen)}>
        <Field label={t.chooseArchive} hint={t.archiveHint}>
          {(attributes) => (
            <input
              {...attributes}
              key={round}
              type="file"
              accept=".tgz,.gz,.zip,.bundle"
              onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
            />
          )}
        </Field>
        <Select
          label={t.mode}
          value={mode}
          options={[
            { value: 'merge', label: t.modes.merge },
            { value: 'replace', label: t.modes.replace },
          ]}
          onInput={(value) => setMode(value as Mode)}
        />
        <Actions>
          <Button kind="main" type="submit" isBusy={sending.isBusy.value} isDisabled={!chosen}>
            {t.import}
          </Button>
        </Actions>
      </Form>
      {waiting && (
        <ByAddress
          announced={[waiting]}
          isBusy={taking.isBusy.value}
          problem={taking.problem.value}
          onSent={() => void taking.run(waiting)}
          onCancel={() => wait(undefined)}
        />
      )}
    </>
  );
};
