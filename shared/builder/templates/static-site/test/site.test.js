import { readdirSync, readFileSync } from 'node:fs';
import { documentOf, readPage } from '../src/site.js';
import { equal, includes, test } from './tap.js';

const layout = readFileSync('layout.html', 'utf8');
const pages = readdirSync('pages').map((name) => readPage(name, readFileSync(`pages/${name}`, 'utf8')));
const documents = pages.map((page) => ({ name: page.name, text: documentOf(page, { layout, pages }) }));

test('a page has fields and content', () => {
  const page = readPage('a.html', 'title: A & B\norder: 3\n\n<h1>A</h1>\n');
  equal(page, { name: 'a.html', title: 'A & B', description: '', order: 3, content: '<h1>A</h1>\n' });
});

test('a page without a title is refused by its name', () => {
  let refusal = '';
  try {
    readPage('a.html', 'order: 3\n\n<h1>A</h1>\n');
  } catch (error) {
    refusal = error.message;
  }
  equal(refusal, 'a.html has no title.');
});

test('titles are escaped', () => {
  const page = readPage('a.html', 'title: A & B\n\n<h1>A</h1>\n');
  includes(documentOf(page, { layout, pages: [page] }), '<title>A &amp; B</title>');
});

for (const { name, text } of documents) {
  test(`${name} has one heading of the first order`, () => equal(text.match(/<h1[ >]/g)?.length, 1));
  test(`${name} is marked in the menu, and no other page is`, () => {
    includes(text, `href="${name}" aria-current="page"`);
    equal(text.match(/aria-current/g)?.length, 1);
  });
  test(`${name} links to nothing that is missing`, () => {
    const there = [...pages.map((page) => page.name), ...readdirSync('assets'), '#content'];
    const links = [...text.matchAll(/(?:href|src)="([^":]+)"/g)].map(([, target]) => target);
    equal(
      links.filter((target) => !there.includes(target)),
      [],
    );
  });
  test(`${name} leaves no place of the layout empty`, () => equal(text.includes('{{'), false));
}
