import { ACCOUNT } from '../local/template/account.ts';

type Local = { url: string; credentials: { accessKeyId: string; secretAccessKey: string } };

/** From now on this process speaks to a DynamoDB of this machine, and with nobody else's credentials. */
export const actLocally = ({ url, credentials }: Local): void => {
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN']) delete process.env[name];
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_REGION: ACCOUNT.region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
};
