import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { go, href } from '../../../app/place/route.ts';
import { Confirm } from '../../../design/dialog/confirm.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { Tier } from './draft.ts';
import { TierForm } from './tier-form.tsx';

export type TierPageProps = { name: string; tiers: readonly Tier[]; onChanged: () => void };

/** One tier: to be changed, taken as the beginning of another, or removed where it is stored. */
export const TierPage = ({ name, tiers, onChanged }: TierPageProps) => {
  const [isAsking, ask] = useState(false);
  const [isCopy, copy] = useState(false);
  const { admin, common } = texts();
  const tier = tiers.find((one) => one.name === name);
  const remove = useAction(async () => {
    await artel().call('DELETE /admin/tiers/{name}', { path: { name } });
    notify(filled(admin.tierRemoved, { name }));
    onChanged();
    go({ screen: 'admin', item: 'tiers' }, { replace: true });
  });
  return (
    <>
      <a class="back" href={href({ screen: 'admin', item: 'tiers' })}>
        <span aria-hidden="true">← </span>
        {admin.parts.tiers}
      </a>
      <Section title={isCopy ? filled(admin.copyOf, { name }) : name}>
        {!tier && <Empty title={admin.noTier} />}
        {tier && (
          <>
            <Actions>
              <Button isPressed={isCopy} onClick={() => copy(!isCopy)}>
                {admin.copyTier}
              </Button>
              {tier.source === 'stored' && !isCopy && (
                <Button kind="danger" onClick={() => ask(true)}>
                  {common.delete}
                </Button>
              )}
            </Actions>
            <TierForm
              key={isCopy ? 'copy' : `version ${tier.version}`}
              tier={tier}
              isCopy={isCopy}
              onStored={onChanged}
            />
          </>
        )}
        {isAsking && (
          <Confirm
            title={filled(admin.removeTier, { name })}
            text={admin.removeTierText}
            action={common.delete}
            isBusy={remove.isBusy.value}
            problem={remove.problem.value}
            onConfirm={() => void remove.run()}
            onClose={() => ask(false)}
          />
        )}
      </Section>
    </>
  );
};
