import { Random } from './random.ts';
import { NEGATIVES, TEMPLATES } from './templates.ts';
import { VALUES } from './values.ts';

/** A labelled text, in the format of `dev.jsonl`. */
export type Labelled = {
  group: string;
  text: string;
  spans: Array<{ type: string; start: number; end: number; value: string }>;
};

const typeOf = (kind: string): string => {
  if (kind === 'RU_PASSPORT' || kind === 'RU_INN' || kind === 'RU_SNILS') return kind;
  return kind.replace(/^(?:RU|SPELLED|DISGUISED|NATIONAL|RARE|LONE|LOWER|WORLD|BLOCK)_/, '');
};

/** `template` with a value of `values` in each place. */
export const fill = <Kind extends string>(
  template: string,
  random: Random,
  values: Readonly<Record<Kind, (random: Random) => string>>,
): Labelled => {
  const labelled: Labelled = { group: 'generated', text: '', spans: [] };
  let at = 0;
  for (const match of template.matchAll(/\{([A-Z_]+)\}/g)) {
    const kind = match[1] as Kind;
    const value = values[kind](random);
    labelled.text += template.slice(at, match.index);
    labelled.spans.push({
      type: typeOf(kind),
      start: labelled.text.length,
      end: labelled.text.length + value.length,
      value,
    });
    labelled.text += value;
    at = match.index + match[0].length;
  }
  labelled.text += template.slice(at);
  return labelled;
};

/** `rounds` texts of every template and of every negative; the same for the same seed. */
export const generate = (seed: number, rounds: number): Labelled[] => {
  const random = new Random(seed);
  const texts: Labelled[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const templates of Object.values(TEMPLATES))
      for (const template of templates) texts.push(fill(template, random, VALUES));
    for (const negative of NEGATIVES) texts.push({ group: 'negative', text: negative(random), spans: [] });
  }
  return texts;
};
