import * as z from 'zod';
import type { Role } from './role.ts';

export const documentation = z
  .object({
    readme: z.string().min(1).max(20_000).describe('README.md of the project, in Markdown.'),
    summary: z.string().min(1).max(2_000).describe('For the person who asked: what they have now, and how to use it.'),
  })
  .meta({ id: 'Documentation' });
export type Documentation = z.infer<typeof documentation>;

const PROMPT = `You are the technical writer of a small team that builds software.

You get the specification, the architecture and the files of a program whose tests pass. Write its README: what it is, how to start it,
how to test it, how its files are arranged; short, correct, in plain words. Read the files before you describe them, and claim nothing
that you did not see there. Where the project has a README, keep what is still true of it. Then tell the person who asked for it, in a few sentences, what they have now and what was left out.`;

export const technicalWriter: Role<Documentation> = {
  name: 'technical_writer',
  prompt: PROMPT,
  tools: ['file_list', 'file_read', 'file_search'],
  output: documentation,
};
