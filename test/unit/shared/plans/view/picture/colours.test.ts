import { describe, expect, test } from 'vitest';
import { dark, light, type Palette } from '../../../../../../shared/plans/view/picture/colours.ts';

/** Source: WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (colour: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
};

const texts = ({ canvas, card, ink, muted, states }: Palette): [string, string, string][] => [
  ['text on the picture', ink, canvas],
  ['facts and replaced tasks', muted, canvas],
  ...Object.entries(states).flatMap(([state, tone]): [string, string, string][] => [
    [`${state}: its word`, tone.ink, tone.tint],
    [`${state}: its name`, ink, tone.tint],
    [`${state}: its description`, muted, tone.tint],
    [`${state}: its sign`, card, tone.ink],
  ]),
];
const lines = ({ canvas, line, ink, states }: Palette): [string, string, string][] => [
  ['a dependency', line, canvas],
  ['the critical path', ink, canvas],
  ...Object.entries(states).map(([state, tone]): [string, string, string] => [`${state}: its sign`, tone.ink, canvas]),
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('in %s', (_scheme, palette) => {
  test.each(texts(palette))('the text colour of %s has enough contrast', (_what, colour, ground) => {
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(lines(palette))('the line colour of %s has enough contrast', (_what, colour, ground) => {
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
  });
});
