import { type Critical, criticalOf, layOut, linksOf, type Measures } from '../../../graphs/index.ts';
import type { PlanTaskView, PlanView } from '../plan-view.ts';
import { boxAt, clipOf, DENSE, type Density, ROOMY } from './box.ts';
import type { TaskState } from './colours.ts';
import { drawEdges } from './edges.ts';
import { drawHeader, factsOf, HEADER_HEIGHT } from './header.ts';
import { drawLegend } from './legend.ts';
import { TONES, WORDS } from './signs.ts';
import { styleOf } from './style.ts';
import { textAt } from './text.ts';
import { content, element } from './xml.ts';

const MARGIN = 28;
const MIN_WIDTH = 680;
/** Up to this many tasks each box has room for its description. */
const MAX_ROOMY_TASKS = 60;

const measuresOf = ({ width, height, dense }: Density): Measures => ({
  boxWidth: width,
  boxHeight: height,
  betweenBoxes: dense ? 14 : 24,
  boxToLine: dense ? 12 : 18,
  betweenLines: dense ? 8 : 12,
  minGap: dense ? 48 : 56,
  maxGap: dense ? 180 : 140,
});

const spoken = ({ id, state, replaced, agent, depends_on }: PlanTaskView): string =>
  `${id}: ${WORDS[state]}${replaced ? ', replaced' : ''}, agent ${agent}${depends_on.length > 0 ? `, after ${depends_on.join(', ')}` : ''}.`;

/**
 * A plan as an SVG of its own: no scripts, no links, no fonts, light or dark as the reader prefers, with a text for those
 * who do not see it. `now` is in milliseconds; the same view at the same time gives the same bytes. Throws a Defect if
 * the tasks' dependencies are no graph without cycles.
 */
export const drawPlan = (view: PlanView, { now }: { now: number }): string => {
  const { tasks } = view;
  const links = linksOf(tasks);
  const critical = criticalOf(view, links);
  const density = tasks.length > MAX_ROOMY_TASKS ? DENSE : ROOMY;
  const layout = layOut(tasks.length, links, { critical, measures: measuresOf(density) });
  const width = Math.max(MIN_WIDTH, layout.width + 2 * MARGIN);
  const top = HEADER_HEIGHT + MARGIN;
  const below = top + (tasks.length > 0 ? layout.height + 34 : 40);
  const legend = drawLegend(view, critical.links.size > 0, { x: MARGIN, y: below, width: width - 2 * MARGIN });
  const height = below + legend.height;
  const states = new Set<TaskState>([TONES[view.state], ...tasks.map(({ state }) => state)]);
  const headline = `Plan: ${WORDS[view.state]}, ${factsOf(view, now).join(', ')}`;
  const parts = [
    element('title', {}, content(headline)),
    element('desc', {}, content(tasks.map(spoken).join('\n')) || 'No tasks yet.'),
    element('style', {}, styleOf([...states])),
    element('clipPath', { id: clipOf(density) }, element('rect', { width: density.width - 6, height: density.height })),
    element('rect', { class: 'canvas', width, height }),
    drawHeader(view, now, MARGIN),
    element('g', { transform: `translate(${MARGIN} ${top})` }, drawGraph(view, layout, critical, density, now)),
    legend.drawn,
  ];
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', class: 'artel-plan', role: 'img', ...size },
    parts.join('\n'),
  );
};

const drawGraph = (
  { tasks }: PlanView,
  { boxes, trees }: ReturnType<typeof layOut>,
  critical: Critical,
  density: Density,
  now: number,
): string => {
  if (tasks.length === 0) return textAt('There are no tasks yet.', { x: 0, y: 14, width: 0, class: 'facts' });
  const edges = drawEdges(trees, critical, (task) => tasks[task]!.replaced);
  const rounds = tasks.some(({ round }) => round > 1);
  const drawn = tasks.map((task, at) =>
    boxAt(boxes[at]!, task, density, { critical: critical.tasks.has(at), rounds, now }),
  );
  return [edges, ...drawn].join('\n');
};
