import { Time } from '../../design/figure/time.tsx';
import { Code } from '../../design/show/code.tsx';
import { texts } from '../../texts/index.ts';
import type { Published } from './api.ts';
import { OpenLink } from './open-link.tsx';

/** A preview that was just made, with its address, which is told this once. */
export const PublishedCard = ({ preview: { url, expires_at } }: { preview: Published }) => {
  const t = texts().previews;
  return (
    <div class="card" role="status">
      <p>{t.addressOnce}</p>
      <Code label={t.address} text={url} />
      <p>
        <OpenLink url={url} isMain />{' '}
        <span class="hint">
          {t.until} <Time at={expires_at} />
        </span>
      </p>
    </div>
  );
};
