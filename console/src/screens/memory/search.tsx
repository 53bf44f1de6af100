import { useEffect, useState } from 'preact/hooks';
import { refine } from '../../app/place/route.ts';
import { Button } from '../../design/form/button.tsx';
import { Checkbox, Select, TextField } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { SuggestingField } from '../../design/form/suggesting-field.tsx';
import { texts } from '../../texts/index.ts';
import { addressOf, type Filters, isFiltered, NO_FILTERS } from './filters.ts';

/** Searches as the agent would, or narrows the list. What is asked for stands in the address. */
export const Search = ({ filters }: { filters: Filters }) => {
  const [typed, setTyped] = useState(filters);
  // The address may be changed elsewhere, as by the button that clears it; the form, and the focus in it, stay.
  useEffect(() => setTyped(filters), [JSON.stringify(filters)]);
  const { memory, common } = texts();
  const set = (change: Partial<Filters>) => setTyped({ ...typed, ...change });
  const hasMore = isFiltered({ ...filters, query: '' });
  return (
    <search>
      <Form label={memory.search} onSubmit={() => refine(addressOf(typed))}>
        <TextField
          label={memory.query}
          hint={memory.queryHint}
          type="search"
          value={typed.query}
          onInput={(query) => set({ query })}
          maxLength={4_000}
        />
        <details class="memory-filters" open={hasMore}>
          <summary>{memory.filters}</summary>
          <div class="row">
            <SuggestingField
              label={memory.type}
              value={typed.type}
              onInput={(type) => set({ type: type.trim() })}
              suggestions={Object.keys(memory.types)}
            />
            <Select
              label={memory.outcome}
              options={[
                { value: '', label: common.all },
                { value: 'true', label: memory.succeeded },
                { value: 'false', label: memory.failed },
              ]}
              value={typed.success}
              onInput={(success) => set({ success: success as Filters['success'] })}
            />
            <TextField label={memory.tag} value={typed.tag} onInput={(tag) => set({ tag })} />
          </div>
          <div class="row">
            <TextField label={memory.since} type="date" value={typed.since} onInput={(since) => set({ since })} />
            <TextField label={memory.until} type="date" value={typed.until} onInput={(until) => set({ until })} />
            <TextField label={memory.chat} value={typed.chat} onInput={(chat) => set({ chat: chat.trim() })} />
          </div>
          <Checkbox
            label={memory.history}
            hint={memory.historyHint}
            isChecked={typed.history}
            onChange={(history) => set({ history })}
          />
        </details>
        <Actions>
          <Button kind="main" type="submit">
            {memory.search}
          </Button>
          {isFiltered(filters) && <Button onClick={() => refine(addressOf(NO_FILTERS))}>{memory.clear}</Button>}
        </Actions>
      </Form>
    </search>
  );
};
