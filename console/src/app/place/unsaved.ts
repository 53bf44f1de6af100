import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../texts/index.ts';
import { guardLeaving } from './route.ts';

/** Asks before changed settings are left. What is returned is called once they are saved, or given up. */
export const useUnsaved = (isChanged: boolean): (() => void) => {
  const latest = useRef(isChanged);
  latest.current = isChanged;
  useEffect(
    () => guardLeaving((leaving) => !latest.current || (leaving === 'place' && confirm(texts().common.unsaved))),
    [],
  );
  return () => {
    latest.current = false;
  };
};
