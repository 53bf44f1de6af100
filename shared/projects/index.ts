export { type Project, projectItem, projectSchema, readProject } from './project.ts';
export {
  createProject,
  DEFAULT_ALIAS,
  deleteProject,
  findProject,
  listProjects,
  projectExists,
  projectNamed,
  renameProject,
} from './projects.ts';
export { removeProject } from './removal.ts';
