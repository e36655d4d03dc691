import * as z from 'zod/mini';
import { InvalidRequest } from '../shared/errors.ts';
import { after, day, type Instant } from '../shared/now.ts';
import type { KnownDefinition } from '../survey/definition.ts';
import { SurveyId } from '../survey/survey-fact.ts';
import { Audience, type Campaign, type CampaignFact, Rate } from './campaign.ts';

/** What a campaign is asked for with. Without `startAt` it may begin when it is started. */
export const NewCampaign = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  survey: SurveyId,
  audience: Audience,
  startAt: z.optional(z.iso.datetime()),
  perMinute: z._default(Rate, 60),
});
export type NewCampaign = z.infer<typeof NewCampaign>;

const longestAhead = 90 * day;

/**
 * Drafts it, once. The survey is asked in the version that is in force now, whatever is saved later.
 * @throws InvalidRequest
 */
export const createCampaign =
  ({ survey: _, ...wish }: NewCampaign, definition: KnownDefinition | undefined, at: Instant) =>
  ({ status }: Campaign): CampaignFact[] => {
    if (status !== 'none') return [];
    const startAt = wish.startAt ?? at;
    if (!definition) throw refused('survey', 'is not the name of a survey');
    if (definition.definition.kind !== 'relationship')
      throw refused('survey', 'must be a survey about the relationship: one about a case is asked after it');
    if (startAt > after(at, longestAhead)) throw refused('startAt', 'must be within 90 days');
    if (wish.audience.from === 'cases' && wish.audience.openedTo > at)
      throw refused('audience.openedTo', 'must not be in the future: who is asked has to be known');
    return [{ kind: 'created', ...wish, startAt, survey: { id: definition.id, version: definition.version } }];
  };

const refused = (field: string, message: string) => new InvalidRequest([{ field, message }]);
