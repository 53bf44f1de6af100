import { useState } from 'preact/hooks';
import { href } from '../../../app/place/route.ts';
import { TextField } from '../../../design/form/field.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { FileEntry } from '../api.ts';
import { type FolderNode, foldersAbove, matching, type TreeNode, treeOf } from './tree.ts';

type Shown = { version: number | undefined; current: string | undefined };

export type TreeViewProps = Shown & { files: readonly FileEntry[] };

/** The address that shows a file or a folder of the same version. */
const addressOf = (path: string, version: number | undefined): string =>
  href({ screen: 'files', query: { path, version: version === undefined ? undefined : String(version) } });

/** What so many folders hold is shown at once; of more the person opens what they look for. */
const OPEN_ALL = 60;

/** The project's folders and files, to look through or to search. */
export const TreeView = ({ files, version, current }: TreeViewProps) => {
  const [search, setSearch] = useState('');
  const [toggled, toggle] = useState<ReadonlyMap<string, boolean>>(new Map());
  const t = texts().files;
  const found = matching(files, search);
  const above = new Set(current === undefined ? [] : foldersAbove(current));
  const isOpen = ({ path }: FolderNode): boolean =>
    search.trim() !== '' || (toggled.get(path) ?? (above.has(path) || files.length <= OPEN_ALL));
  const change = (node: FolderNode): void => toggle(new Map(toggled).set(node.path, !isOpen(node)));
  return (
    <nav class="file-tree" aria-label={t.tree}>
      <TextField label={t.find} type="search" value={search} onInput={setSearch} autocomplete="off" />
      {found.length === 0 && <p class="hint">{t.nothingFits}</p>}
      <Nodes nodes={treeOf(found)} isOpen={isOpen} onToggle={change} version={version} current={current} />
    </nav>
  );
};

type NodesProps = Shown & {
  nodes: readonly TreeNode[];
  isOpen: (node: FolderNode) => boolean;
  onToggle: (node: FolderNode) => void;
};

const Nodes = ({ nodes, ...shown }: NodesProps) => (
  <ul>
    {nodes.map((node) => (
      <li key={`${node.kind} ${node.path}`}>
        {node.kind === 'folder' ? (
          <Folder node={node} {...shown} />
        ) : (
          <FileLink path={node.path} name={node.name} {...shown} />
        )}
      </li>
    ))}
  </ul>
);

const FileLink = ({ path, name, version, current }: Shown & { path: string; name: string }) => (
  <a href={addressOf(path, version)} aria-current={path === current ? 'page' : undefined} title={path}>
    <bdi>{name}</bdi>
  </a>
);

const Folder = ({ node, ...shown }: Omit<NodesProps, 'nodes'> & { node: FolderNode }) => {
  const isOpen = shown.isOpen(node);
  return (
    <>
      <div class="folder">
        <button type="button" aria-expanded={isOpen} onClick={() => shown.onToggle(node)}>
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> <bdi>{node.name}</bdi>
        </button>
        <a href={addressOf(node.path, shown.version)} aria-current={node.path === shown.current ? 'page' : undefined}>
          <span aria-hidden="true">⋯</span>
          <span class="visually-hidden">{filled(texts().files.aboutFolder, { path: node.path })}</span>
        </a>
      </div>
      {isOpen && <Nodes nodes={node.children} {...shown} />}
    </>
  );
};
