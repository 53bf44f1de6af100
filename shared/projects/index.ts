export {
  beginImport,
  endImport,
  endPart,
  type ImportedParts,
  type Importing,
  importIsOver,
  importUnderWay,
  whileImporting,
} from './importing.ts';
export { type Project, projectItem, projectSchema, readProject } from './project.ts';
export {
  createProject,
  DEFAULT_ALIAS,
  deleteAllProjects,
  deleteProject,
  findProject,
  listProjects,
  projectExists,
  projectNamed,
  renameProject,
} from './projects.ts';
export { removeProject } from './removal.ts';
