import type { components } from '../../../../clients/typescript/src/index.ts';
import { artel } from '../../app/person/session.ts';
import { project } from '../../app/project/project.ts';

type Schemas = components['schemas'];
export type FileEntry = Schemas['WorkspaceFile'];
export type Version = Schemas['WorkspaceVersion'];
export type FileDiff = Schemas['FileDiff'];
export type DiffHunk = Schemas['DiffHunk'];
export type FileChange = Schemas['FileEdit']['changes'][number];
export type Committed = Schemas['CommittedVersion'];

/** `base`: the version that was looked at, so that nobody's change is lost unseen. */
export type Edit = { changes: FileChange[]; base?: number; reason: string };

/** All changes become one version. @throws ArtelError 409 where somebody else changed the same lines since `base` */
export const commitEdit = (edit: Edit): Promise<Committed> =>
  artel().call('POST /my/projects/{project_id}/files', { path: { project_id: project.value }, body: edit });

export const versionPath = (version: number) => ({ project_id: project.value, version: String(version) });
