import { computed, effect, signal } from '@preact/signals';
import { language } from '../app/preferences/preferences.ts';
import { en, type Texts } from './en.ts';

/** English is part of the first load; another language is loaded when it is chosen, and English shown until it is there. */
const loaded = signal<Partial<Record<string, Texts>>>({ en });

const LOADERS: Record<string, () => Promise<Texts>> = { ru: async () => (await import('./ru.ts')).ru };

export const loadTexts = (): void => {
  effect(() => {
    const wanted = language.value;
    if (loaded.peek()[wanted]) return;
    void LOADERS[wanted]?.().then(
      (texts) => {
        loaded.value = { ...loaded.peek(), [wanted]: texts };
      },
      // Without a network the page stays English.
      () => undefined,
    );
  });
};

const current = computed(() => loaded.value[language.value] ?? en);

/** The texts of the language in use. Read while drawing, so that what shows them is drawn again in another. */
export const texts = (): Texts => current.value;

/** `{count}` and the like in a text, replaced. */
export const filled = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The form of a noun that a number takes, with the number in it. */
export const counted = (count: number, forms: Plural): string => {
  const kind = new Intl.PluralRules(language.value).select(count);
  const form =
    (kind === 'few' && forms.few) || (kind === 'one' && forms.one) || (kind === 'many' && forms.many) || forms.other;
  return filled(form, { count: formattedNumber(count) });
};

/** `{count} run`, `{count} runs`; languages that have more forms name them. */
export type Plural = { one: string; few?: string; many?: string; other: string };

export const formattedNumber = (value: number): string => new Intl.NumberFormat(language.value).format(value);
