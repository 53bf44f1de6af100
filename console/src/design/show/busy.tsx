import { useEffect, useState } from 'preact/hooks';
import { texts } from '../../texts/index.ts';

/** What is quicker than this is not announced: a flicker tells nobody anything. */
const PATIENCE = 200;

/** That something is under way, once it takes long enough to be noticed. */
export const Busy = ({ label }: { label?: string }) => {
  const [isShown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="busy" role="status">
      {isShown && (
        <>
          <span class="spinner" aria-hidden="true" /> {label ?? texts().common.loading}
        </>
      )}
    </p>
  );
};
