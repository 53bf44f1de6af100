import { ENV } from '../core/environment.ts';
import { Defect } from '../core/errors.ts';

type Name = keyof typeof ENV;

/** The value of a required variable. Fails at first use, naming the variable. */
export const required = (name: Name): string => {
  const value = process.env[ENV[name]];
  if (!value) throw new Defect(`The environment variable ${ENV[name]} is not set.`);
  return value;
};

export const optional = (name: Name): string | undefined => process.env[ENV[name]] || undefined;

/** Where the system finds libraries of the runtime itself, for a process without this one's environment: Lambda keeps them apart. */
export const loaderEnvironment = (): Record<string, string> => {
  const { LD_LIBRARY_PATH } = process.env;
  return LD_LIBRARY_PATH ? { LD_LIBRARY_PATH } : {};
};

/** A whole number greater than zero, or the given one where the variable is absent. */
export const wholeNumber = (name: Name, otherwise: number): number => {
  const text = optional(name);
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new Defect(`The environment variable ${ENV[name]} is not a whole number.`);
  return Number(text);
};
