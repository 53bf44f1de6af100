import { texts } from '../../../texts/index.ts';
import type { Build } from '../api.ts';
import { stagesOf } from './stages.ts';

const MARKS = { before: '✓', current: '●', after: '○' };

/** The stages of a build, with the one it is at. */
export const StageList = ({ stage }: { stage: Build['stage'] }) => {
  const t = texts().builds;
  return (
    <ol class="stages" aria-label={t.stages}>
      {stagesOf(stage).map(({ stage: one, is }) => (
        <li key={one} class={is} aria-current={is === 'current' ? 'step' : undefined}>
          <span aria-hidden="true">{MARKS[is]}</span> {t.stageNames[one]}
          {is === 'before' && <span class="visually-hidden"> ({t.passed})</span>}
        </li>
      ))}
    </ol>
  );
};
