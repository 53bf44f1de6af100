import { ABOUT } from './about.js';
import { count } from './count.js';

const USAGE = `Usage: count [--json] FILE…
  --json   prints one JSON object a line
  --about  prints what was wished for
  --help   prints this`;

const shown = (file, { lines, words, characters }) =>
  `${lines} lines, ${words} words, ${characters} characters  ${file}`;

/** Runs the command. `read` gives the text of a file, or throws. Answers what to print, and the exit code. */
export function run(args, { read }) {
  if (args.includes('--help')) return { exit: 0, out: [USAGE], err: [] };
  if (args.includes('--about')) return { exit: 0, out: [ABOUT], err: [] };
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--json');
  if (unknown) return { exit: 2, out: [], err: [`There is no option ${unknown}.`, USAGE] };
  const files = args.filter((arg) => arg !== '--json');
  if (files.length === 0) return { exit: 2, out: [], err: ['Name a file.', USAGE] };

  const out = [];
  const err = [];
  for (const file of files) {
    try {
      const counted = count(read(file));
      out.push(args.includes('--json') ? JSON.stringify({ file, ...counted }) : shown(file, counted));
    } catch (error) {
      err.push(`${file}: ${error.message}`);
    }
  }
  return { exit: err.length > 0 ? 1 : 0, out, err };
}
