/** Whether a logical id is the given one, or that with CDK's hash behind it. */
export const isNamed = (logicalId: string, wanted: string): boolean =>
  logicalId === wanted || logicalId.replace(/[0-9A-F]{8}$/, '') === wanted;
