import type { Conversation } from './conversation.ts';
import { similarity } from './embedding.ts';
import { fill, isSchema, type JsonSchema, propertiesOf, resolve } from './schema.ts';
import { type Step, stepsIn } from './steps.ts';

type Shape = { list: string; item: JsonSchema; description: string; dependencies: string };

const listNames = ['tasks', 'steps', 'nodes'];
const descriptionNames = ['description', 'instruction', 'task', 'title', 'prompt'];
const dependencyNames = ['depends_on', 'dependencies', 'dependsOn', 'after'];
const agentNames = ['agent', 'agent_id', 'target_agent', 'assignee'];

/** Where a schema for plans keeps its tasks; undefined if the schema is for something else. */
export function planShape(schema: JsonSchema): Shape | undefined {
  for (const [list, member] of propertiesOf(schema, schema)) {
    if (!listNames.includes(list) || !isSchema(member.items)) continue;
    const item = resolve(member.items, schema);
    const names = propertiesOf(item, schema).map(([name]) => name);
    const description = descriptionNames.find((name) => names.includes(name));
    const dependencies = dependencyNames.find((name) => names.includes(name));
    if (description !== undefined && dependencies !== undefined) return { list, item, description, dependencies };
  }
  return undefined;
}

/** A plan for the goal that fits the schema: the steps the text names, their order, and an agent for each. */
export function plan(
  schema: JsonSchema,
  { shape, goal, instructions }: { shape: Shape; goal: string; instructions: string },
): unknown {
  const properties = propertiesOf(shape.item, schema);
  const agents = new Map<string, string[]>();
  for (const [name, inner] of properties) {
    if (agentNames.includes(name)) agents.set(name, candidates(inner, `${instructions}\n${goal}`));
  }
  const { done, seen } = earlierTasks(goal);
  const steps = stepsIn(requestIn(goal));
  const ids = steps.map(({ text }, index) => done.get(text) ?? `t${seen + index + 1}`);
  const tasks = steps.flatMap((step, index) => {
    if (done.has(step.text)) return [];
    const rest = fill(shape.item, step.text, schema) as Record<string, unknown>;
    const chosen = [...agents].flatMap(([name, lines]) => {
      const agent = bestAgent(lines, step);
      return agent === undefined ? [] : [[name, agent] as const];
    });
    const hasName = properties.some(([name, { type }]) => name === 'id' && type !== 'integer');
    return [
      {
        ...rest,
        ...nothingToSay(shape.item),
        ...(hasName && { id: ids[index] }),
        ...Object.fromEntries(chosen),
        [shape.description]: step.text,
        [shape.dependencies]: step.after.map((on) => ids[on]),
      },
    ];
  });
  return { ...(fill(schema, goal) as object), [shape.list]: tasks };
}

/** Nullable fields are null: the model has nothing to add to a task. */
function nothingToSay({ properties }: JsonSchema): Record<string, null> {
  if (!isSchema(properties)) return {};
  const allowsNull = (one: unknown): boolean => {
    if (!isSchema(one)) return false;
    const { type, anyOf = [] } = one;
    return [type].flat().includes('null') || (Array.isArray(anyOf) && anyOf.some(allowsNull));
  };
  const optional = Object.entries(properties).filter(([, one]) => allowsNull(one));
  return Object.fromEntries(optional.map(([name]) => [name, null]));
}

const requestHeading = /^##? (?:request|wish|goal)\s*\n/im;

/** The message that holds the request: the last one with such a section, because what follows is about the answer. */
export function goalOf({ said, question }: Pick<Conversation, 'said' | 'question'>): string {
  return [...said, question].findLast((text) => requestHeading.test(text)) ?? question;
}

/** The section "Request", "Wish" or "Goal" of the message, to its end, if it has one; else all of it. */
function requestIn(text: string): string {
  const heading = requestHeading.exec(text);
  return (heading ? text.slice(heading.index + heading[0].length) : text).trim();
}

/** For a re-plan: the ids of the completed tasks by description, and the highest number among all tasks. */
function earlierTasks(text: string): { done: Map<string, string>; seen: number } {
  const done = tasksUnder(/^## Completed tasks\s*$/im, text);
  const all = [...done, ...tasksUnder(/^## Failed or skipped tasks\s*$/im, text)];
  const numbers = all.map(([, id]) => Number(/^t(\d+)$/.exec(id)?.[1] ?? 0));
  return { done, seen: Math.max(0, ...numbers) };
}

/** The lines `- {"id": …, "description": …}` of a section: ids by description. */
function tasksUnder(heading: RegExp, text: string): Map<string, string> {
  const found = heading.exec(text);
  if (!found) return new Map();
  const [section = ''] = text.slice(found.index + found[0].length).split(/^## /m);
  const lines = section.match(/^- \{.*\}$/gm) ?? [];
  return new Map(
    lines.map((line) => {
      const { id, description } = JSON.parse(line.slice(2)) as { id: unknown; description: unknown };
      return [String(description), String(id)];
    }),
  );
}

/** Lines that describe an agent: "name: what it does", for the names the schema allows or the bullets that list them. */
function candidates(schema: JsonSchema, text: string): string[] {
  const bullets = [...text.matchAll(/^\s*[-*] `?([a-z][\w-]{0,60})`?\s*(?::|—|–|-|\()\s*(.*)$/gm)];
  const described = new Map(bullets.map(([, name = '', what = '']) => [name, `${name}: ${what}`]));
  if (!Array.isArray(schema.enum)) return [...described.values()];
  return schema.enum
    .filter((name) => typeof name === 'string')
    .map((name) => described.get(name) ?? `${name}: ${name}`);
}

/** An agent the step names, otherwise the one whose description is nearest to it, otherwise the first. */
function bestAgent(lines: string[], { text }: Step): string | undefined {
  const ranked = lines.map((line) => {
    const name = line.slice(0, line.indexOf(':'));
    const named = new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'i').test(text);
    return { name, near: named ? 2 : similarity(line.replaceAll('-', ' '), text) };
  });
  return ranked.reduce<(typeof ranked)[number] | undefined>(
    (best, one) => (best && best.near >= one.near ? best : one),
    undefined,
  )?.name;
}
