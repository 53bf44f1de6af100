// Runs the given TypeScript file, or explains in one line why this Node cannot. Plain JavaScript, so that any Node can read it.
import module from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Artel needs Node 24; this is ${process.version} (${process.execPath}).\n` +
      'Run it through npm ("npm start", "npm test"): "npm ci" installs a private Node 24 for Linux, macOS and Windows.\n' +
      'If npm skipped optional packages, repeat "npm ci --include=optional", or install Node 24 yourself.\n',
  );
  process.exit(1);
}
const [entry, ...rest] = process.argv.slice(2);
if (entry) {
  // What was made of TypeScript is kept from one run to the next, for threads too: a thread that finds all it needs
  // spares the compiler, and its 20 MB.
  const { directory } = module.enableCompileCache();
  if (directory) process.env.NODE_COMPILE_CACHE ??= directory;
  process.argv = [process.argv[0], resolve(entry), ...rest];
  await import(pathToFileURL(resolve(entry)).href);
}
