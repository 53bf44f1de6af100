export { exportArchive } from './archives/export.ts';
export { type ArchiveFormat, archiveFormats, archiveTypes } from './archives/formats.ts';
export { importArchive, importModes } from './archives/import.ts';
export { ArchiveRefused } from './archives/refused.ts';
export { type Beside, BesideLost, type Committed, commit } from './commits/commit.ts';
export type { About, Change, Edit } from './commits/edit.ts';
export { EditConflict } from './commits/errors.ts';
export { limitsOf, WorkspaceFull } from './commits/limits.ts';
export { restore } from './commits/restore.ts';
export { keepPiece, PIECE_BYTES } from './copies/pieces.ts';
export { type CopiedVersion, copyVersion } from './copies/version.ts';
export { type FoundFile, findFile } from './files/find.ts';
export { type FileConflict, textIn } from './files/merge.ts';
export { filePath, foldersOf, InvalidPath, isFilePath } from './files/path.ts';
export {
  type FileEntry,
  type FilePiece,
  fileEntrySchema,
  isSameFile,
  listFiles,
  readFile,
  readTextFile,
} from './files/read.ts';
export { readFiles, type WholeFile } from './files/read-all.ts';
export { type FoundLine, type FoundLines, type LineTest, searchFiles } from './files/search.ts';
export { type SweptObjects, sweepWorkspace } from './garbage/sweep.ts';
export { superfluous } from './garbage/thin.ts';
export { compare, type FileDiff, fileDiffSchema } from './history/compare.ts';
export { contentsOfVersions, type NamedBytes, type VersionContents } from './history/contents.ts';
export { findHead, type Head, readHead, WORKSPACE } from './history/head.ts';
export { tagVersion } from './history/tags.ts';
export {
  type Author,
  authorSchema,
  publicVersion,
  readVersion,
  type StepOfRun,
  type StoredVersion,
  tagSchema,
  type Version,
  versionSchema,
} from './history/version.ts';
export { findVersion, listVersions } from './history/versions.ts';
export { overviewAt } from './overview/of-project.ts';
export { type Overview, overviewOf, overviewSchema, type ReadTexts } from './overview/overview.ts';
export { beginUpload, type Upload, uploaded, uploadSchema } from './uploads/upload.ts';
