import type { Kind } from './kind.ts';

export const service: Kind = {
  id: 'service',
  name: 'an API for any other wish',
  words: /\b(?:apis?|rest|endpoints?|backend|server|service)\b/i,
  template: 'api',
  title: 'API',
  summary: 'A REST API that keeps items with a text, in which the wish has its place.',
  features: [
    {
      name: 'The wish',
      behaviour: '`GET /` answers with the wish; items are kept, as the template has it.',
      acceptance: ['`GET /` answers 200.'],
    },
  ],
  outOfScope: ['What was wished for: the offline model cannot write it.'],
  parts: [
    {
      id: 'wish',
      title: 'The wish',
      files: [
        { path: 'src/wish.js', purpose: 'The wish, in the person’s own words' },
        { path: 'src/api.js', purpose: 'Request in, answer out' },
        { path: 'test/wish.test.js', purpose: 'Tests of both' },
      ],
    },
  ],
  fulfils: false,
};
