import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts a finding of cdk-nag below a construct, for a reason a reviewer can judge. Rules by id:
 * https://github.com/cdklabs/cdk-nag/blob/main/RULES.md
 */
export function acknowledge(scope: IConstruct, rules: Record<string, string>): void {
  for (const [rule, reason] of Object.entries(rules)) {
    Validations.of(scope).acknowledge({ id: `AwsSolutions-${rule}`, reason });
  }
}
