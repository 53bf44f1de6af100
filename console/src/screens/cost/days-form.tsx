import { refine } from '../../app/place/route.ts';
import { Button } from '../../design/form/button.tsx';
import { TextField } from '../../design/form/field.tsx';
import { counted, texts } from '../../texts/index.ts';
import { lastDays, PRESETS, type Range } from './range.ts';

/** Which days are shown; the address says it, so that they can be linked to. */
export const DaysForm = ({ range, error }: { range: Range; error: string | undefined }) => {
  const { cost } = texts();
  const change = (part: Partial<Range>): void => refine({ ...range, ...part });
  return (
    <fieldset class="cost-days">
      <legend class="visually-hidden">{cost.days}</legend>
      <div class="actions">
        {PRESETS.map((count) => {
          const preset = lastDays(count, Date.now());
          const isShown = preset.since === range.since && preset.until === range.until;
          return (
            <Button key={count} isPressed={isShown} onClick={() => change(preset)}>
              {counted(count, cost.lastDays)}
            </Button>
          );
        })}
      </div>
      <div class="row">
        <TextField
          label={cost.since}
          type="date"
          value={range.since}
          max={range.until}
          error={error}
          onInput={(since) => since && change({ since })}
        />
        <TextField
          label={cost.until}
          type="date"
          value={range.until}
          min={range.since}
          onInput={(until) => until && change({ until })}
        />
      </div>
    </fieldset>
  );
};
