import { BootRefused } from '../data-folder.ts';

/** @throws BootRefused naming the variable */
export function url(name: string, value: string): string {
  if (!URL.canParse(value)) throw new BootRefused(`${name} is not a URL: "${value}".`);
  return value;
}
