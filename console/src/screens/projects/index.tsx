import type { Screen as ScreenType } from '../../app/screens.ts';
import { List } from './list.tsx';
import { Project } from './project.tsx';

export const Screen: ScreenType = ({ place: { item, query } }) =>
  item === undefined ? <List /> : <Project key={item} id={item} view={query.view ?? 'overview'} />;
