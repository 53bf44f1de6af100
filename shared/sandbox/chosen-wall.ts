import { optional } from '../platform/configuration.ts';
import { type WallName, walls } from './contract.ts';

/** The wall that the deployment chose; none where it chose none, or one that this version does not know. */
export const chosenWall = (): WallName | undefined => walls.find((name) => name === optional('sandboxWall'));
