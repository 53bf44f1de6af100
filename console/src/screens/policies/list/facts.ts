import { FIELDS, type Policy } from '../form/fields.ts';
import { formOf, type Row } from '../form/form.ts';

/** `isChoice`: it is one of a few, which have texts. */
export type Part = { text: string; isChoice: boolean };

/** A setting of a policy in as many words as a list has room for; of a line's parts one leads to the next. */
export type Fact = { field: string; lines: Part[][] };

/** Settings that say nothing about what a policy does. */
const ASIDE = ['on_failure', 'timeout_ms'];

const plain = (text: string): Part => ({ text, isChoice: false });
const choice = (text: string): Part => ({ text, isChoice: true });

/** What is looked for, and what comes of it. */
const rowSaid = ({ how, what, with: instead, tools, verdict, name, pattern }: Row): Part[] => {
  if (how !== undefined) return [plain(how === 'find' ? `“${what}”` : `/${what}/`), plain(`“${instead}”`)];
  if (tools !== undefined) return [plain(String(tools)), choice(String(verdict))];
  return [plain(`/${pattern}/`), plain(String(name))];
};

/** What a policy is set to, in the order of its form, without what was left out. */
export const factsOf = (policy: Policy): Fact[] => {
  const { values } = formOf(policy);
  return FIELDS[policy.kind]
    .filter(({ name }) => !ASIDE.includes(name))
    .map((field): Fact => {
      const value = values[field.name] ?? '';
      const { name } = field;
      if (field.as === 'rows') return { field: name, lines: (value as Row[]).map(rowSaid) };
      if (field.as === 'choices') return { field: name, lines: (value as string[]).map((one) => [choice(one)]) };
      if (field.as === 'flag') return { field: name, lines: value ? [[choice('yes')]] : [] };
      return { field: name, lines: value === '' ? [] : [[{ text: String(value), isChoice: field.as === 'choice' }]] };
    })
    .filter(({ lines }) => lines.length > 0);
};
