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

/** A plan for the wish that fits the schema: the steps the text names, their order, and an agent for each. */
export function plan(schema: JsonSchema, shape: Shape, wish: string, instructions: string): unknown {
  const steps = stepsIn(wishIn(wish));
  const properties = propertiesOf(shape.item, schema);
  const agents = new Map<string, string[]>();
  for (const [name, inner] of properties) {
    if (agentNames.includes(name)) agents.set(name, candidates(inner, `${instructions}\n${wish}`));
  }
  const tasks = steps.map((step, number) => {
    const rest = fill(shape.item, step.text, schema) as Record<string, unknown>;
    const chosen = [...agents].flatMap(([name, lines]) => {
      const agent = bestAgent(lines, step);
      return agent === undefined ? [] : [[name, agent] as const];
    });
    const id = properties.some(([name, { type }]) => name === 'id' && type !== 'integer') ? { id: idOf(number) } : {};
    return {
      ...rest,
      ...id,
      ...Object.fromEntries(chosen),
      [shape.description]: step.text,
      [shape.dependencies]: step.after.map(idOf),
    };
  });
  return { ...(fill(schema, wish) as object), [shape.list]: tasks };
}

const idOf = (number: number) => `t${number + 1}`;

/** The section "Request", "Wish" or "Goal" of the message if it has one, else all of it. */
function wishIn(text: string): string {
  const section = /^##? (?:request|wish|goal)\s*\n([\s\S]+?)(?=\n##? |$(?![\s\S]))/im.exec(text)?.[1];
  return (section ?? text).trim();
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

/** An agent the step names, else the one whose description is nearest to it, else the first. */
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
