import * as z from 'zod';

/** A template's own `package.json`: its scripts are the project's commands, from the first version on. */
const packageSchema = z.object({
  description: z.string(),
  scripts: z.object({ test: z.string(), build: z.string().optional(), start: z.string().optional() }),
  artel: z.object({ title: z.string(), web_folder: z.string().optional() }),
});

/** What a project may begin with. */
export const templateSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    test_command: z.string().describe('Runs all its tests.'),
    build_command: z.string().optional().describe('Makes the folder that is shown.'),
    start_command: z.string().optional().describe('Starts its server, on the port that PORT names.'),
    web_folder: z.string().optional().describe('Where its page is, once it is built.'),
  })
  .meta({ id: 'ProjectTemplate' });
export type ProjectTemplate = z.infer<typeof templateSchema>;

export const templateOf = (name: string, packageJson: string): ProjectTemplate => {
  const { description, scripts, artel } = packageSchema.parse(JSON.parse(packageJson));
  return {
    name,
    title: artel.title,
    description,
    test_command: scripts.test,
    ...(scripts.build !== undefined && { build_command: scripts.build }),
    ...(scripts.start !== undefined && { start_command: scripts.start }),
    ...(artel.web_folder !== undefined && { web_folder: artel.web_folder }),
  };
};
