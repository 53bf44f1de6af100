import { effect, signal } from '@preact/signals';

/** What a person prefers in this browser: kept in it, and nothing else is. */
export type Language = 'en' | 'ru';
export type Theme = 'system' | 'light' | 'dark';

const LANGUAGES: readonly Language[] = ['en', 'ru'];
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export const kept = (name: string): string | undefined => {
  try {
    return localStorage.getItem(`artel-${name}`) ?? undefined;
  } catch {
    // A browser may refuse to keep anything, or to say what it kept.
    return undefined;
  }
};

export const keep = (name: string, value: string | undefined): void => {
  try {
    if (value === undefined) localStorage.removeItem(`artel-${name}`);
    else localStorage.setItem(`artel-${name}`, value);
  } catch {
    // It holds for this page then.
  }
};

const oneOf = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((one) => one === value);

const spoken = (): Language =>
  navigator.languages.map((tag) => oneOf(LANGUAGES, tag.slice(0, 2))).find((one) => one !== undefined) ?? 'en';

export const language = signal<Language>(oneOf(LANGUAGES, kept('language')) ?? spoken());
export const theme = signal<Theme>(oneOf(THEMES, kept('theme')) ?? 'system');

export const preferLanguage = (chosen: Language): void => {
  language.value = chosen;
  keep('language', chosen);
};

export const preferTheme = (chosen: Theme): void => {
  theme.value = chosen;
  keep('theme', chosen);
};

/** The styles read both from the document. */
export const showPreferences = (): void => {
  effect(() => {
    document.documentElement.lang = language.value;
  });
  effect(() => {
    if (theme.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
  });
};
