import { randomBytes } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { sha256 } from '../shared/chain.ts';

// In the table of views:
// pk                          sk           caseId, cycle, round?
// survey#<hash of a token>    invitation   which survey a link belongs to; the token itself stands only in the mail

export type Invitation = { caseId: string; cycle: number; round?: number | undefined };
export type InvitationStore = ReturnType<typeof invitationStore>;

export function invitationStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (token: string) => ({ pk: { S: `survey#${sha256(token)}` }, sk: { S: 'invitation' } });
  return {
    /** A new link to this survey: 256 random bits, of which only the hash is kept. */
    async issue({ caseId, cycle, round = 1 }: Invitation): Promise<string> {
      const token = randomBytes(32).toString('base64url');
      const Item = { ...key(token), caseId: { S: caseId }, cycle: { N: String(cycle) }, round: { N: String(round) } };
      await db.send(new PutItemCommand({ TableName, Item }));
      return token;
    },

    async find(token: string): Promise<Invitation | undefined> {
      const { Item } = await db.send(new GetItemCommand({ TableName, Key: key(token) }));
      return Item && { caseId: Item.caseId?.S ?? '', cycle: Number(Item.cycle?.N), round: Number(Item.round?.N ?? 1) };
    },
  };
}
