import * as z from 'zod';

const text = z.string().max(2_000).optional().catch(undefined);

/** What is read of a `package.json`. Whatever has another form than npm gives it is left out. */
const packageSchema = z.object({
  name: text,
  description: text,
  main: text,
  module: text,
  bin: z
    .union([z.string(), z.record(z.string(), z.string()).transform((all) => Object.values(all))])
    .optional()
    .catch(undefined),
  scripts: z.record(z.string(), z.string()).optional().catch(undefined),
});
export type PackageJson = z.infer<typeof packageSchema>;

const NOTHING: PackageJson = {};

export const packageIn = (content: string | undefined): PackageJson => {
  try {
    return packageSchema.catch(NOTHING).parse(JSON.parse(content ?? '{}'));
  } catch {
    // A SyntaxError: it says nothing of the project.
    return NOTHING;
  }
};

/** npm writes this into new packages. */
const NO_TEST = /no test specified/;

/** The script of the first of these names. */
export const scriptOf = ({ scripts = {} }: PackageJson, ...names: string[]): string | undefined =>
  names.find((name) => Object.hasOwn(scripts, name) && !NO_TEST.test(scripts[name] ?? ''));
