import type { Screen as ScreenType } from '../../app/screens.ts';
import { List } from './list.tsx';
import { Plan } from './plan.tsx';

export const Screen: ScreenType = ({ place }) =>
  place.item === undefined ? <List /> : <Plan key={place.item} id={place.item} place={place} />;
