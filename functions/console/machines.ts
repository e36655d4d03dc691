import * as z from 'zod/mini';
import campaign from '../../statemachines/campaign.asl.json' with { type: 'json' };
import ofCase from '../../statemachines/case.asl.json' with { type: 'json' };
import complaint from '../../statemachines/complaint.asl.json' with { type: 'json' };
import investigation from '../../statemachines/investigation.asl.json' with { type: 'json' };
import survey from '../../statemachines/survey.asl.json' with { type: 'json' };

export const Machine = z.enum(['case', 'complaint', 'investigation', 'survey', 'campaign']);
export type Machine = z.infer<typeof Machine>;

/** The workflows of this version of the service, as they are deployed, their placeholders not filled in. */
export const machines: Record<Machine, object> = { case: ofCase, complaint, investigation, survey, campaign };
