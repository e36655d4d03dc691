import type { Case } from './case.ts';
import type { CaseFact } from './case-fact.ts';
import type { Channel } from './channel.ts';
import { mustBeOpen } from './must-be-open.ts';

export type Interaction = {
  interactionId: string;
  channel: Channel;
  direction: 'inbound' | 'outbound';
  textId: string;
};

/** Something was said to or by the customer. What was said is in the vault. @throws CaseIsClosed */
export const recordInteraction =
  (interaction: Interaction) =>
  (current: Case): CaseFact[] => {
    mustBeOpen(current);
    return [{ kind: 'interaction-recorded', data: interaction }];
  };
