import { expect, test } from 'vitest';
import { pdfPages } from '../../../../../shared/gateway/tokens/pdf-pages.ts';

const pdf = (text: string, length = text.length): string =>
  `data:application/pdf;base64,${Buffer.from(text.padEnd(length)).toString('base64')}`;
const page = '1 0 obj << /Type /Page /Parent 2 0 R >> endobj\n'.padEnd(200);

test.each([
  ['its own word', pdf('%PDF-1.7\n1 0 obj <</Linearized 1/L 90000/N 12/O 3>>', 90_000), 12],
  ['the pages that can be seen', pdf(`%PDF-1.4\n2 0 obj << /Type /Pages /Count 3 >>\n${page.repeat(3)}`), 3],
  ['its size', pdf('%PDF-1.7', 200 * 1024), 4],
  ['a guess where only the provider sees it', 'https://example.com/a.pdf', 10],
  ['no more than fit in it', pdf('%PDF-1.7\n1 0 obj <</Linearized 1/N 99999>>', 1_000), 10],
  ['one at least', pdf('%PDF'), 1],
])('a PDF is taken to have as many pages as %s says', (_, url, pages) => {
  expect(pdfPages(url)).toBe(pages);
});
