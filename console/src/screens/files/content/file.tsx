import { useState } from 'preact/hooks';
import { useResource } from '../../../api/resource.ts';
import { size } from '../../../design/figure/size.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { SCROLLS } from '../../../design/show/scrolls.ts';
import { visible } from '../../../design/show/visible.ts';
import { filled, texts } from '../../../texts/index.ts';
import type { FileEntry } from '../api.ts';
import { DownloadButton } from '../transfer/download-button.tsx';
import { Editor } from './editor.tsx';
import { MoveAndDelete } from './move-and-delete.tsx';
import { MAX_SHOWN, readContent } from './read.ts';
import type { Content } from './text.ts';

export type FileViewProps = {
  entry: FileEntry;
  version: number;
  /** Former versions are looked at, not changed. */
  isNewest: boolean;
  onChanged: () => void;
};

/** One file: its text, or that it is none, and what can be done with it. */
export const FileView = ({ entry, version, isNewest, onChanged }: FileViewProps) => {
  const { path, bytes, executable, modified_at } = entry;
  const [isEditing, edit] = useState(false);
  const content = useResource((signal) => readContent(entry, { version, signal }), [path, version]);
  const t = texts().files;
  const known = content.data.value;
  const isEditable = isNewest && known?.kind === 'text' && known.isWhole;
  const leave = (): void => edit(false);
  return (
    <Section
      title={path}
      actions={
        !isEditing && (
          <div class="actions">
            {isEditable && <Button onClick={() => edit(true)}>{texts().common.edit}</Button>}
            <DownloadButton
              path={`files/${encodeURIComponent(path)}`}
              query={{ version }}
              name={path.split('/').at(-1) ?? path}
            />
            {isNewest && <MoveAndDelete path={path} version={version} onChanged={onChanged} />}
          </div>
        )
      }
    >
      <p class="hint">
        {size(bytes)} · {t.changedAt} <Time at={modified_at} /> {executable && <Badge>{t.executable}</Badge>}
      </p>
      <Loaded from={content}>
        {(what) =>
          isEditing && what.kind === 'text' ? (
            <Editor
              path={path}
              text={what.text}
              version={version}
              onLeave={leave}
              onSaved={() => {
                leave();
                onChanged();
              }}
            />
          ) : (
            <Shown path={path} content={what} bytes={bytes} />
          )
        }
      </Loaded>
    </Section>
  );
};

const Shown = ({ path, content, bytes }: { path: string; content: Content; bytes: number }) => {
  const t = texts().files;
  if (content.kind === 'binary') return <p>{filled(t.binary, { size: size(bytes) })}</p>;
  if (content.text === '') return <p class="hint">{t.emptyFile}</p>;
  return (
    <>
      {!content.isWhole && <p class="hint">{filled(t.cut, { shown: size(MAX_SHOWN), size: size(bytes) })}</p>}
      <section class="file-text" {...SCROLLS} aria-label={filled(t.contentOf, { path })}>
        <pre>{visible(content.text)}</pre>
      </section>
    </>
  );
};
