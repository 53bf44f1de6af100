import { html } from '../web/html.js';
import { equal, test } from './tap.js';

test('text is escaped where it is filled in', () => {
  equal(`${html`<p title="${'"'}">${'<b>&'}</p>`}`, '<p title="&quot;">&lt;b&gt;&amp;</p>');
});

test('markup, lists of it and nothing are filled in as they are', () => {
  equal(
    `${html`<ul>${['a', 'b'].map((one) => html`<li>${one}</li>`)}${false}${undefined}</ul>`}`,
    '<ul><li>a</li><li>b</li></ul>',
  );
});
