import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from './bundle.ts';
import { writeProgram } from './programs.ts';
import { ROOT, sourcesKey } from './sources.ts';

const DOCKERFILE = 'shared/sandbox/machine/image/Dockerfile';
const AGENT = { source: 'shared/sandbox/inside/agent/main.ts', file: 'agent.mjs', packages: [] };

/** The folder that Lambda builds the image of machines from: how, and the program that answers in them. */
export function machineImage(root: string = ROOT): string {
  const builds = join(root, '.build', 'machine');
  const build = join(builds, sourcesKey('machine', root));
  if (existsSync(build)) return build;
  publish(builds, build, (folder) => {
    writeProgram(root, AGENT, folder);
    copyFileSync(join(root, DOCKERFILE), join(folder, 'Dockerfile'));
  });
  return build;
}
