/**
 * Source of `states(operation, input)`: calls Step Functions as a function does, with its own key, at the address its
 * environment names.
 */
export const STATES = `
export const states = async (operation, input) => {
  const credential = process.env.AWS_ACCESS_KEY_ID + '/20260101/us-east-1/states/aws4_request';
  const answer = await fetch(process.env.AWS_ENDPOINT_URL_SFN, {
    method: 'POST',
    headers: {
      'X-Amz-Target': 'AWSStepFunctions.' + operation,
      Authorization: 'AWS4-HMAC-SHA256 Credential=' + credential + ', SignedHeaders=host, Signature=none',
    },
    body: JSON.stringify(input),
  });
  return answer.json();
};
`;
