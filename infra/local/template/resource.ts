/**
 * A CloudFormation resource whose intrinsics are all resolved. What `Ref` and `Fn::GetAtt` of it resolve to elsewhere
 * is told by `physicalIdOf` and `attributeOf` in `identity.ts`.
 */
export type Resource = {
  logicalId: string;
  stack: string;
  type: string;
  properties: Record<string, unknown>;
};
