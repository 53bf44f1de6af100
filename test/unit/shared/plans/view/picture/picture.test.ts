import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPlan } from '../../../../../../shared/plans/view/picture/draw.ts';
import { clean } from '../../../../../../shared/plans/view/picture/xml.ts';
import type { PlanView } from '../../../../../../shared/plans/view/plan-view.ts';
import { anyPlan, anyText, NOW, plan, task, timeAt } from './views.ts';
import { everythingIn, ofClass, readXml, type XmlElement } from './xml.ts';

const drawn = (view: PlanView): XmlElement => readXml(drawPlan(view, { now: NOW }));
const wordsOf = (element: XmlElement): string[] =>
  everythingIn(element)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text);
const boxesOf = (svg: XmlElement): XmlElement[] => ofClass(svg, 'task');
const tooltipOf = (box: XmlElement): string => box.children.find(({ name }) => name === 'title')?.text ?? '';

const ELEMENTS = ['svg', 'title', 'desc', 'style', 'clipPath', 'rect', 'g', 'path', 'circle', 'text'];
const OUTSIDE = /https?:|data:|javascript:|url\((?!#)|@import|@font-face|expression\(/i;

describe('the picture of a plan', () => {
  test('the picture is a well-formed document, whatever people wrote into the plan', () => {
    fc.assert(
      fc.property(anyPlan(12, anyText), (view) => {
        const svg = drawn(view);
        const all = everythingIn(svg);
        expect(all.filter(({ name }) => !ELEMENTS.includes(name))).toEqual([]);
        const attributes = all.flatMap((one) => Object.entries(one.attributes)).filter(([name]) => name !== 'xmlns');
        expect(attributes.filter(([name, value]) => /^on|href|^style$/.test(name) || OUTSIDE.test(value))).toEqual([]);
        const styles = all.filter(({ name }) => name === 'style').map(({ text }) => text);
        expect(styles).toHaveLength(1);
        expect(styles.join()).not.toMatch(OUTSIDE);
        expect(boxesOf(svg)).toHaveLength(view.tasks.length);
      }),
      { numRuns: 200 },
    );
  });

  test('the picture names every task and its state in words, and shows the whole description on hover', () => {
    fc.assert(
      fc.property(anyPlan(80, anyText), (view) => {
        const boxes = boxesOf(drawn(view));
        for (const [at, { id, description, state, replaced }] of view.tasks.entries()) {
          const words = wordsOf(boxes[at]!);
          expect(words).toContain(id);
          expect(words.join('\n').toLowerCase()).toContain(state === 'waiting' ? 'waiting' : state);
          expect(words.join('\n').includes(', replaced')).toBe(replaced);
          expect(tooltipOf(boxes[at]!)).toContain(clean(description));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the picture is the same, to the byte, for the same plan at the same time', () => {
    fc.assert(
      fc.property(anyPlan(30, anyText), (view) => {
        expect(drawPlan(structuredClone(view), { now: NOW })).toBe(drawPlan(view, { now: NOW }));
      }),
      { numRuns: 30 },
    );
  });

  test('the picture says how long each task took, or has taken so far', () => {
    const svg = drawn(
      plan([
        task('a', [], { state: 'completed', started_at: timeAt(0), ended_at: timeAt(1.4) }),
        task('b', ['a'], { state: 'running', started_at: timeAt(475) }),
        task('c', ['a'], { state: 'waiting', started_at: timeAt(540) }),
        task('d', ['b', 'c']),
      ]),
    );
    const [a, b, c, d] = boxesOf(svg).map(wordsOf);
    expect(a).toEqual(['a', 'writer', 'What a is for.', 'Completed', '1.4 s']);
    expect(b).toContain('2 min 05 s so far');
    expect(c).toEqual(['c', 'writer', 'What c is for.', 'Waiting for a person', '1 min 00 s']);
    expect(d).toEqual(['d', 'writer', 'What d is for.', 'Blocked']);
  });

  test('the picture begins with the state of the run, the progress, the time and the estimate', () => {
    const tasks = [
      task('a', [], { state: 'completed', started_at: timeAt(0), ended_at: timeAt(3) }),
      task('b', ['a'], { state: 'failed', replaced: true }),
      task('c', ['a'], { round: 2 }),
    ];
    const estimated = { estimated_cost: 0.0312, estimated_duration: { sequential: 300, parallel: 125 } };
    const svg = drawn(plan(tasks, { ...estimated, round: 2 }));
    const facts = '1 of 2 done · 10 min 00 s elapsed · estimated 2 min 05 s, $0.0312 · round 2';
    expect(wordsOf(svg).slice(0, 3)).toEqual(['Plan', 'Running', facts]);
    expect(svg.children[0]).toMatchObject({ name: 'title', text: `Plan: Running, ${facts.replaceAll(' · ', ', ')}` });
    const ended = drawn(plan(tasks, { state: 'partial', ended_at: timeAt(63) }));
    expect(wordsOf(ended).slice(1, 3)).toEqual(['Partly completed', '1 of 2 done · took 1 min 03 s']);
  });

  test('the picture emphasizes the critical path: its tasks, and the links between them', () => {
    const tasks = [task('a'), task('b', ['a']), task('c', ['a']), task('d', ['b', 'c'])];
    const svg = drawn(plan(tasks, { critical_path: ['a', 'c', 'd'] }));
    expect(ofClass(svg, 'critical').map((box) => wordsOf(box)[0])).toEqual(['a', 'c', 'd']);
    const [path] = ofClass(svg, 'path').filter(({ attributes }) => attributes.class === 'link path');
    expect(path?.attributes.d?.match(/M/g)).toHaveLength(2);
    expect(
      ofClass(svg, 'plain')
        .filter(({ attributes }) => attributes.class?.startsWith('link'))[0]
        ?.attributes.d?.match(/M/g),
    ).toHaveLength(2);
    expect(wordsOf(svg)).toContain('Critical path');
    expect(wordsOf(drawn(plan(tasks)))).not.toContain('Critical path');
  });

  test('the picture fades what a later round replaced, and names the round of each task', () => {
    const svg = drawn(
      plan(
        [
          task('a', [], { state: 'completed' }),
          task('b', ['a'], {
            state: 'failed',
            replaced: true,
            error: { error_code: 'tool_failed', detail: 'It broke.' },
          }),
          task('b', ['a'], { round: 2 }),
        ],
        { round: 2 },
      ),
    );
    const [, failed, second] = boxesOf(svg);
    expect(ofClass(svg, 'replaced').filter((one) => boxesOf(svg).includes(one))).toEqual([failed]);
    expect(wordsOf(failed!)).toEqual(['b', 'round 1', 'writer', 'What b is for.', 'Failed, replaced']);
    expect(tooltipOf(failed!)).toContain('tool_failed: It broke.');
    expect(wordsOf(second!)).toContain('round 2');
    expect(wordsOf(svg)).toContain('Replaced in a later round: 1');
    expect(ofClass(svg, 'gone')).not.toEqual([]);
  });

  test('the picture’s legend counts the states there are, and no others', () => {
    const states = ['completed', 'completed', 'queued'] as const;
    const svg = drawn(plan(states.map((state, at) => task(`t${at}`, [], { state }))));
    expect(ofClass(svg, 'key').map(({ text }) => text)).toEqual(['Completed: 2', 'Queued: 1']);
  });

  test('the picture is drawn while there are no tasks yet', () => {
    const svg = drawn(plan([], { state: 'planning', round: 0, started_at: null, critical_path: ['not-open-yet'] }));
    expect(wordsOf(svg)).toEqual(['Plan', 'Planning', '10 min 00 s elapsed', 'There are no tasks yet.']);
  });

  test('the picture can be read aloud: a title, and each task with its state, its agent and its dependencies', () => {
    const svg = drawn(plan([task('a', [], { state: 'queued' }), task('b', ['a'])]));
    expect(svg.attributes.role).toBe('img');
    expect(svg.children[1]).toMatchObject({
      name: 'desc',
      text: 'a: Queued, agent writer.\nb: Blocked, agent writer, after a.',
    });
  });

  test('the picture has a dark form for those who prefer it, with no rule that reaches beyond the picture', () => {
    const style = everythingIn(drawn(plan([task('a')]))).find(({ name }) => name === 'style')?.text ?? '';
    const [light = '', dark = ''] = style.split('@media (prefers-color-scheme:dark)');
    expect(dark).toContain('.artel-plan .canvas{fill:#0d1117}');
    const selectors = (light + dark).match(/[^{}]+(?=\{[^{]*\})/g)!.flatMap((list) => list.split(/,(?![^(]*\))/));
    expect(selectors.filter((selector) => !selector.startsWith('.artel-plan '))).toEqual([]);
  });

  test('the picture of fifty tasks shows everything; of a hundred it leaves the descriptions to hover', () => {
    const of = (count: number) =>
      drawn(plan(Array.from({ length: count }, (_, at) => task(`t${at}`, at > 9 ? [`t${at - 10}`] : []))));
    expect(wordsOf(of(50))).toContain('What t49 is for.');
    const large = of(100);
    expect(wordsOf(large)).not.toContain('What t99 is for.');
    expect(tooltipOf(boxesOf(large)[99]!)).toContain('What t99 is for.');
  });

  test('the picture starts a right-to-left text at the right', () => {
    const [box] = boxesOf(drawn(plan([task('a', [], { description: 'שלום עולם' })])));
    const about = ofClass(box!, 'about')[0];
    expect(about).toMatchObject({ text: '\u2067שלום עולם\u2069', attributes: { 'text-anchor': 'end' } });
  });
});
