import { arn } from '../../template/account.ts';

/** The ARN a route is known by to IAM and to a function's own policy; path variables keep their braces. */
export function routeArn(apiId: string, stage: string, route: string): string {
  return arn('execute-api', `${apiId}/${stage}/${route}`);
}
