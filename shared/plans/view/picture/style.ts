import { dark, light, type Palette, type TaskState } from './colours.ts';

const FONTS = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',Arial,sans-serif";

/** What does not depend on the colour scheme. Plain rules only: many programs that draw SVG know no CSS variables. */
const shapes = [
  `text{font-family:${FONTS};font-size:12px;font-variant-numeric:tabular-nums}`,
  '.title{font-size:20px;font-weight:600}',
  '.facts{font-size:13px}',
  '.name{font-size:13px;font-weight:600}',
  '.agent,.round{font-size:11.5px}',
  '.word{font-weight:600}',
  '.link,.arrow,.frame,.mark{fill:none}',
  '.link{stroke-width:1.5}',
  '.gone{stroke-dasharray:3 4}',
  '.path{stroke-width:3}',
  '.mark{stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}',
  '.ring{stroke-width:1.4;fill:none}',
  '.frame{stroke-width:1}',
  '.critical .frame,.waiting .frame{stroke-width:2.5}',
  '.replaced .frame{stroke-dasharray:4 4;stroke-width:1}',
];

/** Within `.<state>`: its words, the bar at a box's side, the disc of its sign. */
const stateRules = (palette: Palette, state: TaskState): string[] => {
  const { ink, tint } = palette.states[state];
  return [
    `.${state} .word,.${state} .disc{fill:${ink}}`,
    `.${state} .bar{fill:${ink === palette.muted ? palette.line : ink}}`,
    `.${state} .ring,.${state} .thin{stroke:${ink}}`,
    ...(tint === palette.card ? [] : [`.${state} .card{fill:${tint}}`]),
  ];
};

const coloured = (palette: Palette, states: readonly TaskState[]): string[] => [
  `.canvas{fill:${palette.canvas}}`,
  `text{fill:${palette.ink}}`,
  `.facts,.agent,.round,.about{fill:${palette.muted}}`,
  `.track{fill:${palette.track}}`,
  `.card{fill:${palette.card}}`,
  `.frame{stroke:${palette.border}}`,
  `.link{stroke:${palette.line}}`,
  `.arrow{fill:${palette.line}}`,
  `.mark{stroke:${palette.card}}`,
  `.solid{fill:${palette.card}}`,
  ...states.flatMap((state) => stateRules(palette, state)),
  `.waiting .frame{stroke:${palette.states.waiting.ink}}`,
  `.critical .frame,.path{stroke:${palette.ink}}`,
  `.path.arrow{fill:${palette.ink};stroke:none}`,
  `.replaced .card{fill:${palette.canvas}}`,
  `.replaced .frame{stroke:${palette.line}}`,
  `.replaced text,.replaced .word{fill:${palette.muted}}`,
  `.replaced .bar,.replaced .disc{fill:${palette.line}}`,
  `.replaced .ring,.replaced .thin{stroke:${palette.line}}`,
  `.replaced .mark:not(.thin){stroke:${palette.canvas}}`,
];

/** The rules reach no further than this picture, also where it is put into a page. */
const within = (rules: readonly string[]): string =>
  rules
    .map((rule) => {
      const [selectors = '', body] = rule.split('{');
      return `${selectors.replace(/(^|,)/g, '$1.artel-plan ')}{${body}`;
    })
    .join('');

/** The style sheet for a picture with these states: light, and dark where the reader prefers that. */
export const styleOf = (states: readonly TaskState[]): string =>
  `${within([...shapes, ...coloured(light, states)])}@media (prefers-color-scheme:dark){${within(coloured(dark, states))}}`;
