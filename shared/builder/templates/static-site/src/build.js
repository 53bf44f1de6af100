import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { documentOf, readPage } from './site.js';

// Run from the project's root: `node src/build.js`.

const layout = readFileSync('layout.html', 'utf8');
const pages = readdirSync('pages').map((name) => readPage(name, readFileSync(`pages/${name}`, 'utf8')));

mkdirSync('dist', { recursive: true });
for (const page of pages) writeFileSync(`dist/${page.name}`, documentOf(page, { layout, pages }));
for (const name of readdirSync('assets')) copyFileSync(`assets/${name}`, `dist/${name}`);
console.log(`${pages.length} pages in dist/`);
