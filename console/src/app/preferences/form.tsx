import { Select } from '../../design/form/field.tsx';
import { texts } from '../../texts/index.ts';
import { type Language, language, preferLanguage, preferTheme, type Theme, theme } from './preferences.ts';

/** Each language by its own name, so that those who speak it find it. */
const NAMES = [
  { value: 'en', label: 'English' },
  { value: 'ru', label: 'Русский' },
];

/** Language and colours, which hold in this browser. */
export const Preferences = () => {
  const { common } = texts();
  const { themes } = common;
  return (
    <div class="preferences">
      <Select
        label={common.language}
        options={NAMES}
        value={language.value}
        onInput={(value) => preferLanguage(value as Language)}
      />
      <Select
        label={common.theme}
        options={Object.entries(themes).map(([value, label]) => ({ value, label }))}
        value={theme.value}
        onInput={(value) => preferTheme(value as Theme)}
      />
    </div>
  );
};
