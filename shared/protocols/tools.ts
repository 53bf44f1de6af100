import { Unprocessable } from '../core/errors.ts';
import type { ToolOffer } from '../gateway/index.ts';

type Offered = {
  name: string;
  description?: string | null | undefined;
  parameters?: Record<string, unknown> | null | undefined;
  strict?: boolean | null | undefined;
};

export const offerOf = ({ name, description, parameters, strict }: Offered): ToolOffer => ({
  name,
  description: description ?? '',
  parameters: parameters ?? { type: 'object', properties: {} },
  ...(strict && { strict }),
});

export const demands = (choice: unknown): boolean => choice === 'required' || (typeof choice === 'object' && !!choice);

export const noTools = (path: string): Unprocessable =>
  new Unprocessable('Some of the input is not valid.', {
    errors: [{ path, message: 'A tool call is demanded, but no tool is offered.' }],
  });
