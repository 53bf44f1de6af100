import type { components } from '../../../../../clients/typescript/src/index.ts';
import type { Tone } from '../../../design/show/badge.tsx';
import type { Texts } from '../../../texts/en.ts';
import { filled } from '../../../texts/index.ts';

export type Step = components['schemas']['JournalStep'];

/** A text that belongs to a step, and what it is. */
export type Part = { title: string | undefined; text: string };

/** A step in words: what was done, and the texts that belong to it. `took`: milliseconds. */
export type Told = { text: string; tone: Tone; took: number | undefined; parts: readonly Part[] };

const TONES: Record<string, Tone> = { error: 'bad', invalid: 'bad', rejected: 'attention', expired: 'attention' };

/** JSON as people read it; what is none, or was cut, as it is. Numbers that JavaScript would round stay as they are spelled. */
export const readable = (text: string): string => {
  try {
    const indented = JSON.stringify(JSON.parse(text), null, 2);
    return indented.replace(/\s/g, '') === text.replace(/\s/g, '') ? indented : text;
  } catch {
    // Not JSON.
    return text;
  }
};

const tookOf = ({ began_at, ended_at }: Step): number | undefined =>
  began_at === undefined || ended_at === undefined
    ? undefined
    : Math.max(0, Date.parse(ended_at) - Date.parse(began_at));

const part = (title: string | undefined, text: string | undefined): Part[] => (text ? [{ title, text }] : []);

const ofModel = (step: Extract<Step, { kind: 'model' }>, { runs }: Texts): Omit<Told, 'took'> => {
  const tools = step.calls.map(({ name }) => name).join(', ');
  return {
    text: tools === '' ? runs.steps.model : filled(runs.steps.calls, { tools }),
    tone: 'busy',
    parts: part(undefined, step.text),
  };
};

const ofTool = (step: Extract<Step, { kind: 'tool' }>, { runs }: Texts): Omit<Told, 'took'> => {
  const outcome = runs.outcomes[step.outcome] ?? step.outcome;
  return {
    text: filled(runs.events.tool_result ?? '', { tool: step.name, outcome }),
    tone: TONES[step.outcome] ?? 'good',
    parts: [
      ...part(step.consent?.edited ? runs.steps.editedArguments : runs.steps.arguments, readable(step.arguments)),
      ...part(runs.steps.said, step.consent?.reason),
      ...part(runs.steps.result, readable(step.content)),
    ],
  };
};

const wordsOf = (step: Step, texts: Texts): Omit<Told, 'took'> => {
  switch (step.kind) {
    case 'model':
      return ofModel(step, texts);
    case 'tool':
      return ofTool(step, texts);
    case 'person':
      return { text: texts.runs.steps.person, tone: 'attention', parts: part(undefined, step.text) };
    case 'build':
      return { text: step.name, tone: 'neutral', parts: [] };
  }
};

export const toldOf = (step: Step, texts: Texts): Told => ({ ...wordsOf(step, texts), took: tookOf(step) });

/** The steps of each task, in the order in which the journal has them. */
export const byTask = (steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> =>
  Map.groupBy(steps, ({ task_id }) => task_id);
