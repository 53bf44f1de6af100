import { Unprocessable } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { overviewAt } from '../../workspace/index.ts';

/** Where nobody says which: what most programs take, and the templates. */
export const USUAL_PORT = 3000;

/** How the files say that their program is started. What has to be built is built before, at each start. */
export const startCommandOf = async (project: ProjectScope, version: number | 'newest'): Promise<string> => {
  const { commands } = await overviewAt(project, version === 'newest' ? undefined : version);
  if (!commands.start) {
    throw new Unprocessable('The files do not say how their program is started.', {
      errors: [{ path: 'program.command', message: 'Name the command, or a script "start" in package.json.' }],
    });
  }
  return [commands.build?.command, commands.start.command].filter((one) => one !== undefined).join(' && ');
};
