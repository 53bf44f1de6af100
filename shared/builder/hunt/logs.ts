import type { Change } from '../../workspace/index.ts';
import { linesOf } from '../review/hunks.ts';
import type { LogPlacement } from '../roles/bug-hunter.ts';
import type { Draft, Steps } from '../steps/steps.ts';
import { hasMarker } from './marker.ts';

const LOGGABLE = /\.[cm]?[jt]sx?$/;

export type Logged = {
  /** The draft with the statements: for looking, never for keeping. */
  draft: Draft;
  /** Why a statement was not added, for whoever wanted it. */
  refused: readonly string[];
};

/** Adds a log statement for each placement, in a draft of its own. */
export const addLogs = async (
  steps: Pick<Steps, 'read'>,
  { name, draft, marker, logs }: { name: string; draft: Draft; marker: string; logs: readonly LogPlacement[] },
): Promise<Logged> => {
  const refused: string[] = [];
  const changes: Change[] = [];
  for (const [path, placements] of Map.groupBy(logs, (log) => log.path)) {
    const text = LOGGABLE.test(path) ? await steps.read(`${name}/read/${path}`, { draft, path }) : undefined;
    if (text === undefined) {
      refused.push(`${path}: there is no such file with JavaScript in it.`);
      continue;
    }
    const lines = linesOf(text);
    const added = placements.flatMap((log) => {
      const at = lineOf(lines, log);
      if (at !== undefined && isOneExpression(log)) return [{ at, statement: statementOf(log, marker) }];
      refused.push(
        `${path}:${log.line}: ${at === undefined ? 'this line does not stand there' : 'not one plain expression'}.`,
      );
      return [];
    });
    // From the bottom, so that the lines above keep their numbers.
    for (const { at, statement } of added.toSorted((a, b) => b.at - a.at)) lines.splice(at, 0, statement);
    if (added.length > 0) changes.push({ path, content: lines.join('') });
  }
  return { draft: { base: draft.base, changes: [...draft.changes, ...changes] }, refused };
};

/** Where the line with this text is: at the number given, or else in the only place where it stands. */
const lineOf = (lines: readonly string[], { line, text }: LogPlacement): number | undefined => {
  const isIt = (found: string | undefined): boolean => found?.trim() === text.trim();
  if (isIt(lines[line - 1])) return line - 1;
  const places = [...lines.keys()].filter((index) => isIt(lines[index]));
  return places.length === 1 ? places[0] : undefined;
};

const isOneExpression = ({ expression, label }: LogPlacement): boolean =>
  !/[\n\r;]/.test(expression + label) && !hasMarker(expression + label);

/** One line; whatever the expression does, the code around goes on as before. */
const statementOf = ({ label, expression }: LogPlacement, marker: string): string => {
  const told = (value: string): string => `console.log(${JSON.stringify(`${marker} ${label}: `)} + ${value})`;
  return `try { ${told(`JSON.stringify(${expression})`)}; } catch (problem) { ${told('problem')}; } // ${marker}\n`;
};
