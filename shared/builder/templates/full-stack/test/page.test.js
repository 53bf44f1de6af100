import { faultIn } from '../shared/entry.js';
import { entriesHtml } from '../web/page.js';
import { equal, includes, test } from './tap.js';

test('an empty book says so', () => {
  includes(`${entriesHtml([])}`, 'Nobody has written yet.');
});

test('what people wrote is text, whatever they wrote', () => {
  const shown = `${entriesHtml([{ name: '<i>', text: '<script>', written_at: '2030-01-02T03:04:05.000Z' }])}`;
  includes(shown, '<p>&lt;script&gt;</p>');
  includes(shown, '&lt;i&gt;, <time datetime="2030-01-02T03:04:05.000Z">2030-01-02</time>');
});

test('page and server agree on what an entry is', () => {
  equal(faultIn({ name: 'Ada', text: 'Hello' }), undefined);
  equal(faultIn({ name: '', text: 'Hello' }), { field: 'name', message: 'The name is missing.' });
});
