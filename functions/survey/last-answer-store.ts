import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../shared/now.ts';
import type { Invitation } from './invitation-store.ts';

// In the vault, one item for each person:
// personId   last-answer   about (which asking, which version), at

/** The last answer that somebody sent from the page, to whichever survey. */
export type LastAnswer = { about: Invitation & { version: number }; at: Instant };
export type LastAnswerStore = ReturnType<typeof lastAnswerStore>;

export const lastAnswerStore = (db: Pick<DynamoDBClient, 'send'>, TableName: string) => ({
  /** Puts this one in the place of the one before, which it returns: of many at once each sees another. */
  async replace(personId: string, { about, at }: LastAnswer): Promise<LastAnswer | undefined> {
    const Item = {
      personId: { S: personId },
      sk: { S: 'last-answer' },
      about: { S: JSON.stringify(about) },
      at: { S: at },
    };
    const { Attributes } = await db.send(new PutItemCommand({ TableName, Item, ReturnValues: 'ALL_OLD' }));
    return Attributes && { about: JSON.parse(Attributes.about?.S ?? '{}'), at: Attributes.at?.S ?? '' };
  },
});
