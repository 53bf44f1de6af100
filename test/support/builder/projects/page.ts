import { RUNNER } from './runner.ts';

/** A page that shows a list: its markup, its style sheet, its state. */
export const page: Readonly<Record<string, string>> = {
  'src/page.css': `
.item { padding: 4px; }
.item.done { text-decoration: line-through; }
.hidden { display: none; }
`,
  'src/render.js': `
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const rendered = (items) =>
  '<ul>' +
  items.map((item) => '<li class="item' + (item.done ? ' done' : '') + '">' + escaped(item.text) + '</li>').join('') +
  '</ul>';

export const tagsIn = (text) => [...text.matchAll(/#([a-z0-9-]+)/gi)].map((match) => match[1].toLowerCase());
`,
  'src/state.js': `
export const moved = (items, from, to) => {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), items[from], ...rest.slice(to)];
};

export const remaining = (items) => items.filter((item) => !item.done).length;
`,
  'test/runner.js': RUNNER,
  'test/run.js': `
import { readFileSync } from 'node:fs';
import { rendered, tagsIn } from '../src/render.js';
import { moved, remaining } from '../src/state.js';
import { end, same, test } from './runner.js';

const rules = () => {
  const css = readFileSync('src/page.css', 'utf8');
  return Object.fromEntries(
    [...css.matchAll(/([^{}]+){([^}]*)}/g)].map((rule) => [rule[1].trim(), rule[2].trim().replace(/;$/, '')]),
  );
};

await test('marks what is done', () =>
  same(rendered([{ text: 'milk', done: true }]), '<ul><li class="item done">milk</li></ul>'));
await test('shows markup as text', () =>
  same(rendered([{ text: '<b>&<i>', done: false }]), '<ul><li class="item">&lt;b&gt;&amp;&lt;i&gt;</li></ul>'));
await test('finds tags', () => same(tagsIn('buy #Milk and #oat-milk-2'), ['milk', 'oat-milk-2']));
await test('moves an item', () => same(moved(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a']));
await test('leaves the list it was given', () => {
  const items = ['a', 'b', 'c'];
  moved(items, 2, 0);
  same(items, ['a', 'b', 'c']);
});
await test('counts what remains', () => same(remaining([{ done: true }, { done: false }]), 1));
await test('hides what is hidden', () => same(rules()['.hidden'], 'display: none'));
await test('strikes through what is done', () => same(rules()['.item.done'], 'text-decoration: line-through'));
end();
`,
};
