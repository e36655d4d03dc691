// US dollars, eu-central-1 and us-east-1 alike to the second digit; the free tier is left out.
export const prices = {
  /** Step Functions, Standard: a state transition. */
  transition: 25 / 1e6,
  invocation: 0.2 / 1e6,
  /** Lambda on arm64: a gigabyte for a second. */
  gigabyteSecond: 0.0000133334,
  /** DynamoDB on demand. */
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  /** API Gateway, HTTP API. */
  request: 1 / 1e6,
  /** SES. */
  mail: 0.1 / 1e3,
} as const;

/** What an invocation takes of a function of 512 MB, waiting for DynamoDB included: assumed, not measured here. */
export const invocationGigabyteSeconds = 0.5 * 0.03;
