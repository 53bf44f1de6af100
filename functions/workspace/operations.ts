import type { Operation } from '../routing/operation.ts';
import { archiveOperations } from './archive.ts';
import { fileOperations } from './files.ts';
import { overviewOperations } from './overview.ts';
import { previewOperations } from './previews.ts';
import { programOperations } from './programs.ts';
import { uploadOperations } from './uploads.ts';
import { versionOperations } from './versions.ts';

/** The files of a project, their versions, and the previews that show them. */
export const workspaceOperations: Operation[] = [
  ...fileOperations,
  ...versionOperations,
  ...archiveOperations,
  ...uploadOperations,
  ...overviewOperations,
  ...previewOperations,
  ...programOperations,
];
