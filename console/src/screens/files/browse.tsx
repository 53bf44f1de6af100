import { useState } from 'preact/hooks';
import { useResource } from '../../api/resource.ts';
import { href } from '../../app/place/route.ts';
import { Button } from '../../design/form/button.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { counted, filled, texts } from '../../texts/index.ts';
import { FileView } from './content/file.tsx';
import { FolderView } from './content/folder.tsx';
import { NewFile } from './content/new-file.tsx';
import { allFiles, type Listing } from './tree/listing.ts';
import { foundAt } from './tree/tree.ts';
import { TreeView } from './tree/tree-view.tsx';

export type BrowseProps = { version: number | undefined; path: string | undefined };

/** The files of a version: the tree, and beside it what was chosen in it. */
export const Browse = ({ version, path }: BrowseProps) => {
  const listing = useResource((signal) => allFiles(version, signal), [version]);
  const [isNew, makeNew] = useState(false);
  const t = texts().files;
  const known = listing.data.value;
  const reload = (): void => void listing.reload();
  return (
    <>
      <div class="row">
        {version === undefined ? (
          <Button onClick={() => makeNew(true)}>{t.newFile}</Button>
        ) : (
          <p>
            {filled(t.lookingAt, { version })} <a href={href({ screen: 'files', query: { path } })}>{t.toNewest}</a>
          </p>
        )}
      </div>
      <Loaded from={listing}>
        {(one) =>
          one.files.length === 0 ? (
            <Empty title={t.none}>
              <p>{t.noneHint}</p>
              <a href={href({ screen: 'files', query: { view: 'exchange' } })}>{t.toExchange}</a>
              <a href={href({ screen: 'builds' })}>{t.toBuilds}</a>
            </Empty>
          ) : (
            <Columns listing={one} version={version} path={path} onChanged={reload} />
          )
        }
      </Loaded>
      {isNew && known && (
        <NewFile files={known.files} version={known.version} onMade={reload} onClose={() => makeNew(false)} />
      )}
      {known && known.files.length > 0 && (
        <p class="hint">
          {filled(t.versionHas, { version: known.version, files: counted(known.files.length, t.countFiles) })}{' '}
          <a href={href({ screen: 'files', item: String(known.version) })}>{t.whatItChanged}</a>
        </p>
      )}
    </>
  );
};

type ColumnsProps = BrowseProps & { listing: Listing; onChanged: () => void };

const Columns = ({ listing, version, path, onChanged }: ColumnsProps) => {
  const t = texts().files;
  const found = path === undefined ? undefined : foundAt(listing.files, path);
  const shared = { version: listing.version, isNewest: version === undefined, onChanged };
  return (
    <div class={path === undefined ? 'file-columns' : 'file-columns has-file'}>
      <div class="file-side">
        <TreeView files={listing.files} version={version} current={path} />
      </div>
      <div class="file-main">
        {path !== undefined && (
          <p class="file-back">
            <a
              href={href({ screen: 'files', query: { version: version === undefined ? undefined : String(version) } })}
            >
              <span aria-hidden="true">← </span>
              {t.allFiles}
            </a>
          </p>
        )}
        {path === undefined && <p class="hint">{t.choose}</p>}
        {path !== undefined && !found && <Empty title={filled(t.notInVersion, { path, version: listing.version })} />}
        {found && 'file' in found && <FileView key={path} entry={found.file} {...shared} />}
        {path !== undefined && found && 'folder' in found && (
          <FolderView key={path} path={path} files={found.folder} {...shared} />
        )}
      </div>
    </div>
  );
};
