import { createRequire } from 'node:module';
import { versionOf } from '../processes/installed.ts';

export type Redactor = { name: string; redact: (text: string) => string };

type Module = Record<string, new () => { redact(text: string): string }>;

const SOURCES: [string, (module: Module) => { redact(text: string): string }][] = [
  ['redact-pii', (module) => new module.SyncRedactor!()],
  ['@redactpii/node', (module) => new module.Redactor!()],
];

/** Redactors from npm to compare with, where somebody installed them. */
export const otherRedactors = (): Redactor[] => {
  const require = createRequire(import.meta.url);
  return SOURCES.filter(([name]) => versionOf(name) !== undefined).map(([name, make]) => {
    const redactor = make(require(name));
    return { name, redact: (text) => redactor.redact(text) };
  });
};
