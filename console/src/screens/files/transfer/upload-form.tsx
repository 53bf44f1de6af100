import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { href } from '../../../app/place/route.ts';
import { size } from '../../../design/figure/size.ts';
import { Button } from '../../../design/form/button.tsx';
import { Field, TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { counted, filled, texts } from '../../../texts/index.ts';
import { type Committed, commitEdit, type FileChange } from '../api.ts';
import { base64Of } from '../review/take-back.ts';
import { isReachable } from './address.ts';
import { announce, put } from './announce.ts';
import { type Announced, ByAddress } from './by-address.tsx';
import { type Picked, packed, pathIn } from './packing.ts';

const written = async ({ path, blob }: Picked): Promise<FileChange> => ({
  path,
  content: base64Of(new Uint8Array(await blob.arrayBuffer())),
  encoding: 'base64',
});

/** Files of the person's own machine, into a folder of the project. */
export const UploadForm = ({ folder: wanted = '' }: { folder?: string | undefined }) => {
  const [folder, setFolder] = useState(wanted);
  const [chosen, choose] = useState<readonly File[]>([]);
  const [waiting, wait] = useState<readonly (Announced & { path: string })[]>([]);
  const [round, begin] = useState(0);
  const t = texts().files;
  const files = chosen.map((file): Picked => ({ path: pathIn(folder, file.name), bytes: file.size, blob: file }));
  const { requests, tooLarge } = packed(files);
  const tell = (made: Committed | undefined): void => {
    if (made) {
      notify(filled(t.savedAs, { version: made.version }), {
        to: href({ screen: 'files', item: String(made.version) }),
      });
    }
  };
  const reason = (count: number): string => counted(count, t.reasonUploaded);
  const sending = useAction(async () => {
    let made: Committed | undefined;
    for (const request of requests) {
      made = await commitEdit({ changes: await Promise.all(request.map(written)), reason: reason(request.length) });
    }
    const outside: (typeof waiting)[number][] = [];
    for (const { path, blob } of tooLarge) {
      const upload = await announce(blob);
      if (isReachable(upload, location.origin)) {
        await put(upload, blob);
        made = await commitEdit({ changes: [{ path, upload: upload.id }], reason: reason(1) });
      } else outside.push({ path, name: path.split('/').at(-1) ?? path, upload });
    }
    tell(made);
    wait(outside);
    choose([]);
    begin(round + 1);
  });
  const takingIn = useAction(async () => {
    const changes = waiting.map(({ path, upload }): FileChange => ({ path, upload: upload.id }));
    tell(await commitEdit({ changes, reason: reason(changes.length) }));
    wait([]);
  });
  return (
    <>
      <Form label={t.upload} problem={sending.problem.value} onSubmit={() => chosen.length > 0 && void sending.run()}>
        <Field label={t.chooseFiles} hint={t.uploadHint}>
          {(attributes) => (
            <input
              {...attributes}
              key={round}
              type="file"
              multiple
              onChange={({ currentTarget }) => choose([...(currentTarget.files ?? [])])}
            />
          )}
        </Field>
        <TextField
          label={t.toFolder}
          hint={t.toFolderHint}
          value={folder}
          onInput={setFolder}
          maxLength={400}
          autocomplete="off"
        />
        {requests.length > 1 && <p class="hint">{counted(requests.length, t.inVersions)}</p>}
        {tooLarge.length > 0 && (
          <p class="hint">
            {filled(t.largeOnes, {
              names: tooLarge.map(({ path, bytes }) => `${path} (${size(bytes)})`).join(', '),
            })}
          </p>
        )}
        <Actions>
          <Button kind="main" type="submit" isBusy={sending.isBusy.value} isDisabled={chosen.length === 0}>
            {t.upload}
          </Button>
        </Actions>
      </Form>
      {waiting.length > 0 && (
        <ByAddress
          announced={waiting}
          isBusy={takingIn.isBusy.value}
          problem={takingIn.problem.value}
          onSent={() => void takingIn.run()}
          onCancel={() => wait([])}
        />
      )}
    </>
  );
};
