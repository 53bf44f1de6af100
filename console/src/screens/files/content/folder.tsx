import { href } from '../../../app/place/route.ts';
import { size } from '../../../design/figure/size.ts';
import { Section } from '../../../design/layout/page.tsx';
import { counted, texts } from '../../../texts/index.ts';
import type { FileEntry } from '../api.ts';
import { MoveAndDelete } from './move-and-delete.tsx';

export type FolderViewProps = {
  path: string;
  files: readonly FileEntry[];
  version: number;
  isNewest: boolean;
  onChanged: () => void;
};

/** A folder with all in it, which can be moved, deleted and added to. */
export const FolderView = ({ path, files, version, isNewest, onChanged }: FolderViewProps) => {
  const t = texts().files;
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  return (
    <Section
      title={`${path}/`}
      actions={
        isNewest && (
          <div class="actions">
            <MoveAndDelete path={path} version={version} onChanged={onChanged} />
          </div>
        )
      }
    >
      <p>
        {counted(files.length, t.countFiles)}, {size(bytes)}
      </p>
      {isNewest && <a href={href({ screen: 'files', query: { view: 'exchange', folder: path } })}>{t.uploadHere}</a>}
    </Section>
  );
};
