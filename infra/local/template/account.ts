/** The account the local cloud plays: its number, region and partition stand in every ARN. */
export const ACCOUNT = {
  id: '000000000000',
  region: 'us-east-1',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
} as const;

/** `arn:aws:<service>:us-east-1:000000000000:<rest>`. */
export function arn(service: string, rest: string): string {
  return `arn:${ACCOUNT.partition}:${service}:${ACCOUNT.region}:${ACCOUNT.id}:${rest}`;
}

/** Pseudo parameters (`Ref: AWS::Region` …). A stack's own name and id come from its scope. */
export const PSEUDO_PARAMETERS: Record<string, string> = {
  'AWS::AccountId': ACCOUNT.id,
  'AWS::Region': ACCOUNT.region,
  'AWS::Partition': ACCOUNT.partition,
  'AWS::URLSuffix': ACCOUNT.urlSuffix,
};
