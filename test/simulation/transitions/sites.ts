import { globSync, readFileSync } from 'node:fs';

/** Where the protocols write: a call of the table, a queue or an execution in one of these rooms. */
export type Site = { file: string; name: string; from: number; to: number };

const PROJECT = new URL('../../../', import.meta.url).pathname;
const ROOMS = 'shared/{bus,plans,events,approvals,turns}/**/*.ts';
const CALL =
  /\b(transact|putItem|updateItem|deleteItem|deleteItems|deleteItemsWithTexts|sendToAgents|sendToTimers|startExecution|stopExecution|sendTaskSuccess|sendTaskFailure)\(/g;

/** Every one of them, read out of the source: what was never reached is known as well. */
export const writeSites = (): Site[] => globSync(ROOMS, { cwd: PROJECT }).sort().flatMap(sitesIn);

/** As the formatter leaves it: what is declared begins its line, methods stand two spaces in. */
const DECLARATION = /^(?:export )?(?:async )?(?:const|function\*?|class) (\w+)|^ {2}(?:async )?(#?\w+)\(.*\{$/;
const COMMENT = /^\s*(\/\/|\/?\*)/;

const sitesIn = (file: string): Site[] => {
  const lines = readFileSync(PROJECT + file, 'utf8').split('\n');
  const found: Site[] = [];
  let name = '';
  for (const [at, line] of lines.entries()) {
    const [, declared, method] = line.match(DECLARATION) ?? [];
    name = declared ?? method ?? name;
    if (COMMENT.test(line)) continue;
    for (const { 1: call = '', index } of line.matchAll(CALL)) {
      const label = `${file.replace(/^shared\/|\.ts$/g, '')} ${name} ${call}`;
      const earlier = found.filter((one) => one.name === label || one.name.startsWith(`${label} `)).length;
      const to = at + 1 + linesOf([line.slice(index), ...lines.slice(at + 1)]);
      found.push({ file, name: earlier === 0 ? label : `${label} ${earlier + 1}`, from: at + 1, to });
    }
  }
  return found;
};

/** Over how many lines a call goes on: until as many parentheses are closed as were opened. */
const linesOf = (lines: string[]): number => {
  let open = 0;
  for (const [at, line] of lines.entries()) {
    open += line.split('(').length - line.split(')').length;
    if (open <= 0) return at;
  }
  return lines.length;
};
