import type * as z from 'zod';
import type { Connection } from '../../shared/connections/index.ts';
import { Forbidden, NotFound, Unprocessable } from '../../shared/core/errors.ts';
import type { Permission, ProjectScope } from '../../shared/core/scope.ts';
import { projectNamed } from '../../shared/projects/index.ts';

/** What every action may use besides its checked input. */
export type Line = {
  connection: Connection;
  /** Sends a text to this connection; `gone` when nobody is there any more. */
  post(text: string): Promise<'sent' | 'gone'>;
  /** Milliseconds until the function is ended. */
  remaining(): number;
};

/** What the reply says besides `reply` and `ok`. */
export type Answer = Record<string, unknown>;

/** One thing a client may ask for over its socket, checked and permitted before it runs. */
export type Action = (fields: Record<string, unknown>, line: Line) => Promise<Answer>;

export const action =
  <Input>(definition: {
    permission: Permission;
    input: z.ZodType<Input>;
    run(input: Input, line: Line): Promise<Answer>;
  }): Action =>
  async (fields, line) => {
    const { permission, input, run } = definition;
    if (!line.connection.identity.scope.permissions.includes(permission)) {
      throw new Forbidden(`This API key lacks the scope "${permission}".`);
    }
    const parsed = input.safeParse(fields);
    if (parsed.success) return run(parsed.data, line);
    const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    throw new Unprocessable('Some of the input is not valid.', { errors });
  };

/** The project an action names, or the caller's default one. */
export const projectOf = async ({ connection }: Line, named: string | undefined): Promise<ProjectScope> => {
  const { scope, projectId } = connection.identity;
  const project = named === undefined ? scope.inProject(projectId) : await projectNamed(scope, named, projectId);
  if (!project) throw new NotFound('There is no such project.');
  return project;
};
