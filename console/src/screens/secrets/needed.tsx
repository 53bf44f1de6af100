import { Button } from '../../design/form/button.tsx';
import { Section } from '../../design/layout/page.tsx';
import { Badge } from '../../design/show/badge.tsx';
import { Table } from '../../design/show/table.tsx';
import { filled, texts } from '../../texts/index.ts';
import { missing, type Needs } from './needs.ts';
import { Agents } from './table.tsx';

type Props = { needs: Needs; names: readonly string[]; onSet: (name: string) => void };

/** What agents need and nobody has set: their tools are unavailable until somebody does. */
export const Needed = ({ needs, names, onSet }: Props) => {
  const { secrets, common } = texts();
  const absent = missing(needs, names);
  if (absent.length === 0) return null;
  return (
    <Section title={secrets.missing}>
      <Table
        label={secrets.missing}
        rows={absent}
        keyOf={(name) => name}
        columns={[
          {
            title: common.name,
            cell: (name) => (
              <span>
                <code>{name}</code> <Badge tone="bad">{secrets.notSet}</Badge>
              </span>
            ),
          },
          { title: secrets.neededBy, cell: (name) => <Agents names={needs.get(name) ?? []} /> },
          {
            title: secrets.actions,
            cell: (name) => (
              <Button label={filled(secrets.setOne, { name })} onClick={() => onSet(name)}>
                {secrets.setIt}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
};
