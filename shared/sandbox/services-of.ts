import { chosenWall } from './chosen-wall.ts';
import { createServices } from './machine/services.ts';
import type { Services } from './services.ts';

let opened: Services | undefined;

/** What runs programs that go on. `undefined`: behind the chosen wall nothing does. One for a container, as it keeps tokens. */
export const servicesOf = (): Services | undefined => {
  const wall = chosenWall();
  if (wall !== 'process' && wall !== 'machine') return undefined;
  if (opened?.wall !== wall) opened = createServices(wall);
  return opened;
};
