import type * as z from 'zod';
import { type Definition, definition, type State } from './states.ts';
import { taskResource } from './task-resource.ts';

/** A definition holds what would not run here exactly as in AWS: boot stops and says where. */
export class UnsupportedDefinition extends Error {
  override readonly name = 'UnsupportedDefinition';
}

/**
 * Reads a definition in JSONPath, and refuses whatever the interpreter would have to ignore or do otherwise.
 *
 * @param where what the error begins with
 * @param knows whether there is a function of that name
 * @throws UnsupportedDefinition with the path of the first such thing
 */
export function readDefinition(text: string, where: string, knows: (functionName: string) => boolean): Definition {
  const refuse = (problem: string): never => {
    throw new UnsupportedDefinition(`${where}: ${problem}`);
  };
  const parsed = definition.safeParse(json(text, refuse));
  if (!parsed.success) return refuse(sentence(parsed.error.issues[0]!));
  const { States, StartAt } = parsed.data;
  const target = (field: string, name: string | undefined) => {
    if (name !== undefined && !Object.hasOwn(States, name)) refuse(`${field}: there is no state ${name}`);
  };
  target('StartAt', StartAt);
  for (const [name, state] of Object.entries(States)) {
    const at = `States.${name}`;
    for (const [field, next] of targetsOf(state)) target(`${at}.${field}`, next);
    if ('Next' in state && 'End' in state) refuse(`${at}: a state has Next or End, not both`);
    const problem = problemOf(state, knows);
    if (problem) refuse(`${at}${problem}`);
  }
  return parsed.data;
}

function json(text: string, refuse: (problem: string) => never): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function targetsOf(state: State): [string, string | undefined][] {
  if (state.Type === 'Choice') {
    return [
      ['Default', state.Default],
      ...state.Choices.map(({ Next }, index): [string, string] => [`Choices[${index}].Next`, Next]),
    ];
  }
  if (state.Type === 'Succeed' || state.Type === 'Fail') return [];
  const caught = state.Type === 'Task' ? (state.Catch ?? []) : [];
  return [['Next', state.Next], ...caught.map(({ Next }, index): [string, string] => [`Catch[${index}].Next`, Next])];
}

/** What the shape alone does not show. */
function problemOf(state: State, knows: (functionName: string) => boolean): string | undefined {
  const goesOn = state.Type === 'Task' || state.Type === 'Pass' || state.Type === 'Wait';
  if (goesOn && state.Next === undefined && !state.End) return ': neither Next nor End';
  if (state.Type !== 'Task') return undefined;
  const { TimeoutSeconds, HeartbeatSeconds, Parameters } = state;
  if (HeartbeatSeconds !== undefined && HeartbeatSeconds >= (TimeoutSeconds ?? Number.POSITIVE_INFINITY)) {
    return '.HeartbeatSeconds: has to be shorter than TimeoutSeconds';
  }
  try {
    const { functionName, waitsForToken } = taskResource(state);
    if (!knows(functionName)) return `: there is no function ${functionName} in the template`;
    const usesToken = JSON.stringify(Parameters ?? {}).includes('"$$.Task');
    if (waitsForToken && !usesToken)
      return '.Parameters: nothing passes on $$.Task.Token, so it could never be answered';
    if (!waitsForToken && usesToken) return '.Parameters: $$.Task.Token exists only with .waitForTaskToken';
    if (!waitsForToken && HeartbeatSeconds !== undefined) return '.HeartbeatSeconds: only with .waitForTaskToken';
    return undefined;
  } catch (error) {
    return `.${(error as Error).message}`;
  }
}

/** The path of the field in question, and what is wrong with it. */
function sentence(issue: z.core.$ZodIssue): string {
  const at = issue.path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text ? `${text}.${String(key)}` : String(key);
  }, '');
  const under = (name: string) => (at ? `${at}.${name}` : name);
  if (issue.code === 'unrecognized_keys') return `${under(issue.keys[0] ?? '')}: not supported`;
  if (issue.code === 'invalid_union') return `${at}: a state of this type is not supported`;
  return at ? `${at}: ${issue.message}` : issue.message;
}
