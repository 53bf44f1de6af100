import { Button } from '../../../design/form/button.tsx';
import { Checkbox, TextArea, TextField } from '../../../design/form/field.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { SuggestingField } from '../../../design/form/suggesting-field.tsx';
import { texts } from '../../../texts/index.ts';
import { type HeaderDraft, newHeader, type ServerDraft } from './draft.ts';
import { errorUnder } from './refused.ts';

type Props = {
  server: ServerDraft;
  /** Names of the project's secrets. One that is not there yet may be typed. */
  secrets: readonly string[];
  /** Of this entry, as the API names it. */
  path: string;
  errors: Readonly<Record<string, string>>;
  onChange: (server: ServerDraft) => void;
  onRemove: () => void;
};

/** One MCP server: its address, what of it is offered, and the headers that secrets are sent in. */
export const ServerFields = ({ server, secrets, path, errors, onChange, onRemove }: Props) => {
  const { agents } = texts();
  const set = (change: Partial<ServerDraft>) => onChange({ ...server, ...change });
  const setHeader = (header: HeaderDraft, change: Partial<HeaderDraft>) =>
    set({ headers: server.headers.map((one) => (one === header ? { ...one, ...change } : one)) });
  return (
    <fieldset class="card">
      <legend>
        {agents.server} {server.url}
      </legend>
      <TextField
        label={agents.address}
        type="url"
        value={server.url}
        onInput={(url) => set({ url })}
        error={errors[`${path}.mcp.url`] ?? errors[path]}
        placeholder="https://"
        autocomplete="off"
      />
      <TextArea
        label={agents.allow}
        hint={agents.allowHint}
        rows={2}
        value={server.allow}
        onInput={(allow) => set({ allow })}
        error={errorUnder(errors, `${path}.allow`)}
        isCode
      />
      <Checkbox
        label={agents.trust}
        hint={agents.trustHint}
        isChecked={server.isTrusted}
        onChange={(isTrusted) => set({ isTrusted })}
      />
      {server.headers.map((header) => (
        <div key={header.key} class="row">
          <TextField
            label={agents.header}
            value={header.name}
            onInput={(name) => setHeader(header, { name })}
            placeholder="Authorization"
            autocomplete="off"
          />
          <SuggestingField
            label={agents.itsSecret}
            value={header.secret}
            onInput={(secret) => setHeader(header, { secret })}
            suggestions={secrets}
          />
          <Button
            label={`${agents.removeHeader} ${header.name}`}
            onClick={() => set({ headers: server.headers.filter((one) => one !== header) })}
          >
            {agents.removeHeader}
          </Button>
        </div>
      ))}
      {errorUnder(errors, `${path}.mcp.headers`) && (
        <p class="field-error">{errorUnder(errors, `${path}.mcp.headers`)}</p>
      )}
      <Actions>
        <Button onClick={() => set({ headers: [...server.headers, newHeader()] })}>{agents.addHeader}</Button>
        <Button kind="danger" label={`${agents.removeServer} ${server.url}`} onClick={onRemove}>
          {agents.removeServer}
        </Button>
      </Actions>
    </fieldset>
  );
};
