import { useState } from 'preact/hooks';
import { Select } from '../../../design/form/field.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { texts } from '../../../texts/index.ts';
import { DownloadButton } from './download-button.tsx';
import { ImportForm } from './import-form.tsx';
import { UploadForm } from './upload-form.tsx';

const FORMATS = ['zip', 'tar.gz', 'bundle'] as const;

/** Files in and out: single ones, and all of them as an archive. */
export const Exchange = ({ folder, version }: { folder: string | undefined; version: number | undefined }) => {
  const [format, setFormat] = useState<string>('zip');
  const t = texts().files;
  return (
    <>
      <Section title={t.upload}>
        <UploadForm folder={folder} />
      </Section>
      <Section title={t.import}>
        <ImportForm />
      </Section>
      <Section title={t.export}>
        <Select
          label={t.format}
          hint={t.exportHint}
          value={format}
          options={FORMATS.map((value) => ({ value, label: t.formats[value] }))}
          onInput={setFormat}
        />
        <Actions>
          <DownloadButton path="archive" query={{ format, version }} name={`files.${format}`} />
        </Actions>
      </Section>
    </>
  );
};
