import type { CaseType, Priority } from './case-fact.ts';
import type { Channel } from './channel.ts';

/**
 * How urgent a report makes a case until a colleague knows better. A card that is gone is frozen at once, while money
 * may still be leaving by a payment; what detection saw, nobody else has noticed yet.
 */
export function openingPriority(type: CaseType, channel: Channel): Priority {
  if (type === 'lost-card' || type === 'complaint') return 'normal';
  return channel === 'detection' ? 'urgent' : 'high';
}
