import * as z from 'zod';
import type { Role } from './role.ts';

export const specification = z
  .object({
    title: z.string().min(1).max(120),
    summary: z.string().min(1).max(2_000).describe('What is built, for whom, in two or three sentences.'),
    features: z
      .array(
        z
          .object({
            name: z.string().min(1).max(120),
            behaviour: z.string().min(1).max(1_000).describe('What a user can do, and what they see.'),
            acceptance: z.array(z.string().max(500)).max(10).describe('Sentences that can be tested.'),
          })
          .meta({ id: 'SpecifiedFeature' }),
      )
      .min(1)
      .max(20),
    out_of_scope: z.array(z.string().max(500)).max(20),
    questions: z
      .array(z.string().max(500))
      .max(5)
      .describe('Only what cannot be decided sensibly without the person; none otherwise.'),
  })
  .meta({ id: 'Specification' });
export type Specification = z.infer<typeof specification>;

const PROMPT = `You are the specification writer of a small team that builds software for one person.

You get the person's wish in their own words and, where the project exists already, its files. Write down what is to be built so that
somebody who never spoke with the person can build it and test it. Choose the smallest thing that fulfils the wish well. Decide
everything that has an obvious answer yourself and write your decision down; ask a question only where two readings of the wish lead to
different software. Each sentence of acceptance says one thing that a test can check. Name under "out_of_scope" what a reader might
expect and will not get.

Where the person has answered questions, or sent an earlier specification back with a reason, follow them to the letter.`;

export const specificationWriter: Role<Specification> = {
  name: 'specification_writer',
  prompt: PROMPT,
  tools: ['file_list', 'file_read', 'file_search'],
  output: specification,
};
