import { bugHunterLook, type Look } from '../roles/bug-hunter.ts';
import type { Draft, Steps } from '../steps/steps.ts';
import { addLogs } from './logs.ts';
import { hasMarker, markerOf } from './marker.ts';
import { newLines } from './new-lines.ts';
import { type Reproduction, withFiles } from './observe.ts';

/** What a run with logs has shown. */
export type Sight = { suspicion: string; lines: readonly string[]; refused: readonly string[] };

export type LookAsked = {
  name: string;
  draft: Draft;
  reproduction: Reproduction;
  /** What the hunter is told. */
  situation: string;
  /** Files of the project that the program itself logs to. */
  logFiles: readonly string[];
};

const MAX_LINES = 80;
const MAX_LINE = 300;

/**
 * Lets the hunter choose what to see, runs the reproduction once with the logs for it, and returns the lines that this run has added:
 * those of the hunter, and what the program wrote to its own log files after what stood there before. The statements are in a copy
 * that is dropped with everything the run made of it, such as a bundle that holds them.
 */
export const look = async (steps: Pick<Steps, 'ask' | 'read' | 'run'>, asked: LookAsked): Promise<Sight> => {
  const { name, draft, reproduction } = asked;
  const { suspicion, logs }: Look = await steps.ask(`${name}/look`, {
    role: bugHunterLook,
    input: asked.situation,
    draft,
  });
  const before = await readLogs(steps, { name: `${name}/before`, draft, paths: asked.logFiles });
  if (logs.length === 0 && asked.logFiles.length === 0) return { suspicion, lines: [], refused: [] };
  const marker = markerOf(asked.name);
  const logged = await addLogs(steps, { name: `${name}/logs`, draft, marker, logs });
  const ran = await steps.run(`${name}/logged`, {
    draft: withFiles(logged.draft, reproduction.files),
    command: reproduction.command,
  });
  const after = await readLogs(steps, { name: `${name}/after`, draft: ran.draft, paths: asked.logFiles });
  const written = asked.logFiles.flatMap((path) => {
    const offset = newLines(before.get(path) ?? '', 0).offset;
    return newLines(after.get(path) ?? '', offset).lines.map((line) => `${path}: ${line}`);
  });
  const marked = ran.output.split('\n').filter((line) => line.includes(marker));
  const lines = [...marked.map((line) => line.replace(marker, '').trim()), ...written].filter(
    (line) => !hasMarker(line),
  );
  return { suspicion, lines: lines.slice(-MAX_LINES).map((line) => line.slice(0, MAX_LINE)), refused: logged.refused };
};

const readLogs = async (
  steps: Pick<Steps, 'read'>,
  { name, draft, paths }: { name: string; draft: Draft; paths: readonly string[] },
): Promise<Map<string, string | undefined>> => {
  const texts = new Map<string, string | undefined>();
  for (const path of paths) texts.set(path, await steps.read(`${name}/${path}`, { draft, path }));
  return texts;
};
