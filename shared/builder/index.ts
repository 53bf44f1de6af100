export { type Build, buildSchema, buildSummarySchema, findBuild, listBuilds, noSuchBuild } from './builds/build.ts';
export { fixBuild } from './builds/fix.ts';
export { continueBuild, sayToTeam, startBuild } from './builds/start.ts';
export { type RoleName, roleNames } from './roles/role.ts';
export { buildLimitsSchema, buildSettingsSchema, changedSettingsSchema, oversightSchema } from './settings.ts';
export { type ProjectTemplate, templateSchema } from './templates/manifest.ts';
export { changesOfTemplate, listTemplates } from './templates/templates.ts';
export { type BuildWorker, workOnBuild } from './work/work.ts';
