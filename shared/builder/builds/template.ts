import { Unprocessable } from '../../core/errors.ts';
import { isTemplate, listTemplates } from '../templates/templates.ts';

export { changesOfTemplate as filesOfTemplate } from '../templates/templates.ts';

export const mustBeTemplate = (name: string): void => {
  if (isTemplate(name)) return;
  const errors = [
    {
      path: 'template',
      message: `There is no such template. There are ${listTemplates()
        .map((one) => one.name)
        .join(', ')}.`,
    },
  ];
  throw new Unprocessable('Some of the input is not valid.', { errors });
};
