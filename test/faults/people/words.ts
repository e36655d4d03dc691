// What people are called and what they write in a simulation: words that nobody says, so that wherever one turns up,
// somebody's name or words did.

export const CANARY = 'Zürafe';
/** The number of a card, which people write although nobody may keep it whole. */
export const CARD_NUMBER = '4111 1111 1111 1111';

export const nameOf = (id: string): string => `${CANARY} ${id}`;
export const addressOf = (id: string): string => `${id}@example.com`;
export const written = (text: string): string => `${text} ${CANARY}, ${CARD_NUMBER}`;
