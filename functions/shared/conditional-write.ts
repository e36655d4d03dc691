import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/**
 * What a conditional write was refused with because its condition did not hold; undefined when it was made.
 * @throws whatever else went wrong: then nobody knows whether it was made
 */
export const refusalOf = (write: Promise<unknown>): Promise<ConditionalCheckFailedException | undefined> =>
  write.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof ConditionalCheckFailedException) return error;
      throw error;
    },
  );

/** Makes a write if its condition holds; false when it does not. @throws as above */
export const ifAllowed = async (write: Promise<unknown>): Promise<boolean> => !(await refusalOf(write));
