import type { Command } from 'just-bash';
import { esbuild } from './esbuild.ts';
import { node } from './node.ts';
import { npm, npx } from './npm.ts';
import { type Refuse, refusals } from './refused.ts';

export type OwnOptions = { refuse: Refuse; esbuild: () => Promise<WebAssembly.Module> };

/** The commands beside those of the shell. */
export const ownCommands = ({ refuse, esbuild: borrow }: OwnOptions): Command[] => [
  esbuild(borrow),
  node(refuse),
  npm(refuse),
  npx(refuse),
  ...refusals(refuse),
];
