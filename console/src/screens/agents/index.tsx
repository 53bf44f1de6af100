import type { Screen as ScreenType } from '../../app/screens.ts';
import { Agent } from './agent.tsx';
import { Create } from './form/create.tsx';
import { Edit } from './form/edit.tsx';
import { List } from './list.tsx';

/** The team, one of it, or the form for either. */
export const Screen: ScreenType = ({ place: { item, query } }) => {
  if (item === undefined) return query.view === 'new' ? <Create /> : <List />;
  if (query.view === 'edit') return <Edit key={item} name={item} />;
  return <Agent key={item} name={item} view={query.view ?? 'overview'} query={query} />;
};
