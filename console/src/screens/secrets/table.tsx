import type { components } from '../../../../clients/typescript/src/index.ts';
import { href } from '../../app/place/route.ts';
import { Time } from '../../design/figure/time.tsx';
import { Button } from '../../design/form/button.tsx';
import { Actions } from '../../design/form/form.tsx';
import { Table } from '../../design/show/table.tsx';
import { filled, texts } from '../../texts/index.ts';
import type { Needs } from './needs.ts';

/** Agents by name, each with the way to it. */
export const Agents = ({ names }: { names: readonly string[] }) => (
  <span>
    {names.map((name, index) => (
      <span key={name}>
        {index > 0 && ', '}
        <a href={href({ screen: 'agents', item: name })}>{name}</a>
      </span>
    ))}
  </span>
);

type Props = {
  items: readonly components['schemas']['Secret'][];
  /** Not known at first. */
  needs: Needs | undefined;
  onReplace: (name: string) => void;
  onDelete: (name: string) => void;
};

export const SecretTable = ({ items, needs, onReplace, onDelete }: Props) => {
  const { secrets, screens, common } = texts();
  return (
    <Table
      label={screens.secrets}
      rows={items}
      keyOf={({ name }) => name}
      columns={[
        { title: common.name, cell: ({ name }) => <code>{name}</code> },
        {
          title: secrets.neededBy,
          cell: ({ name }) => {
            const names = needs?.get(name);
            if (names) return <Agents names={names} />;
            return <span class="hint">{needs ? secrets.neededByNobody : '…'}</span>;
          },
        },
        { title: secrets.made, cell: ({ created_at }) => <Time at={created_at} /> },
        { title: secrets.replaced, cell: ({ updated_at }) => <Time at={updated_at} /> },
        {
          title: secrets.actions,
          cell: ({ name }) => (
            <Actions>
              <Button label={filled(secrets.replaceOne, { name })} onClick={() => onReplace(name)}>
                {secrets.replace}
              </Button>
              <Button kind="danger" label={filled(secrets.deleteOne, { name })} onClick={() => onDelete(name)}>
                {common.delete}
              </Button>
            </Actions>
          ),
        },
      ]}
    />
  );
};
