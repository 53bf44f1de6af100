import type { Settings } from './schema.ts';

/** A setting that a deployment for others should not do without, and what it is like without it. */
export type Missing = { setting: string; without: string };

/** What `prod` can be deployed without, all in one go; nothing for other stages. What it cannot, its schema refuses. */
export const missingIn = (settings: Settings): Missing[] => {
  if (settings.stage !== 'prod') return [];
  const absent: [unknown, Missing][] = [
    [settings.alarmAddress, { setting: 'alarmAddress', without: 'alarms show in CloudWatch only' }],
    [
      settings.mail,
      { setting: 'mail.from', without: 'nobody can set a forgotten password anew or be invited by mail' },
    ],
    [settings.domain, { setting: 'domain', without: 'clients hold an address that ends with this deployment' }],
    [settings.allowedOrigins[0], { setting: 'allowedOrigins', without: 'no page of yours can call the service' }],
  ];
  return absent.flatMap(([value, missing]) => (value === undefined ? [missing] : []));
};
