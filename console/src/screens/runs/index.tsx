import type { Screen as ScreenType } from '../../app/screens.ts';
import { List } from './list.tsx';
import { Run } from './run.tsx';

export const Screen: ScreenType = ({ place }) =>
  place.item === undefined ? <List place={place} /> : <Run key={place.item} id={place.item} />;
