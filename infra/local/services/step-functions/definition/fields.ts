import * as z from 'zod';
import { isObject, parsePath } from '../path.ts';

/** What `$$` leads to: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
const CONTEXT: Record<string, readonly string[]> = {
  Execution: ['Id', 'Input', 'Name', 'RedriveCount', 'RoleArn', 'StartTime'],
  State: ['EnteredTime', 'Name', 'RetryCount'],
  StateMachine: ['Id', 'Name'],
  Task: ['Token'],
};

/** Why a text is no path this machine reads exactly as AWS does; `undefined` when it is one. */
function problemOfPath(text: string, { token = false } = {}): string | undefined {
  if (text.startsWith('States.')) return 'intrinsic functions are not supported';
  const path = parsePath(text);
  if (!path) return `${text} is not supported, only reference paths such as $.a.b[0] are`;
  if (path.from === 'data') return undefined;
  const [group, field] = path.steps;
  if (group === undefined) return undefined;
  const fields = CONTEXT[String(group)];
  if (!fields || (field !== undefined && !fields.includes(String(field)))) return `the context object has no ${text}`;
  if (group === 'Task' && !token) return `${text} exists only in a state that waits for a task token`;
  return undefined;
}

const checked = (problem: (text: string) => string | undefined) =>
  z.string().superRefine((text, { addIssue }) => {
    const message = problem(text);
    if (message) addIssue({ code: 'custom', message });
  });

/** A path into the data or the context object. */
export const path = checked((text) => problemOfPath(text));

/** InputPath and OutputPath. */
export const selection = path.nullable();

/** ResultPath: where something is put. */
export const target = checked((text) => {
  const steps = parsePath(text)?.steps;
  if (!steps || text.startsWith('$$')) return `${text} is not supported, only paths such as $.a.b are`;
  return steps.some((step) => typeof step === 'number')
    ? `${text} puts into a list, which is not supported`
    : undefined;
}).nullable();

/** Parameters and ResultSelector: every value under a key that ends in `.$` is a path. */
export const payloadTemplate = (options?: { token: boolean }) =>
  z.unknown().superRefine((template, { addIssue }) => {
    for (const { keys, message } of problemsOf(template, [], options)) {
      addIssue({ code: 'custom', path: keys, message });
    }
  });

type Problem = { keys: (string | number)[]; message: string };

function problemsOf(template: unknown, keys: (string | number)[], options?: { token: boolean }): Problem[] {
  if (Array.isArray(template)) return template.flatMap((item, index) => problemsOf(item, [...keys, index], options));
  if (!isObject(template)) return [];
  return Object.entries(template).flatMap(([key, value]) => {
    const here = [...keys, key];
    if (!key.endsWith('.$')) return problemsOf(value, here, options);
    const message = typeof value === 'string' ? problemOfPath(value, options) : 'a key that ends in .$ takes a path';
    return message ? [{ keys: here, message }] : [];
  });
}

/** Seconds as the states language counts them, up to three years. */
export const seconds = z.int().min(1).max(99_999_999);
