import { taskIdFor } from '../task/task.ts';

const caseId = (last: string) => `case_${last.padStart(26, '0')}`;

/** The cases of the scene that all examples of the contract play in; who acts in them are the people of the demo. */
export const example = {
  /** Maryam's lost card: frozen, reviewed, with the fraud department (Fiona has claimed it) and with disputes. */
  investigated: caseId('maryam'),
  /** A complaint of Maryam's about a delay, which has just come. */
  complaint: caseId('maryam2'),
  /** James's lost card: triaged, with nothing left to do but to close it. */
  ready: caseId('james'),
  /** Anna's flagged payment: solved, closed, the survey is out. */
  closed: caseId('anna'),
  /** Reza's lost card: waits for papers; Carla asked to have his card unfrozen and for a payment of goodwill. */
  waiting: caseId('reza'),
  /** A campaign that was drafted and not begun, for a list of customers. */
  campaign: `campaign_${'autumn'.padStart(26, '0')}`,
  /** The invitation to Anna's survey: whether it was sent is not known. */
  invitation: 'a5c1b2e3'.repeat(4),
  /** The link in Anna's invitation. */
  surveyToken: 'ZXhhbXBsZS1vZi1hLXN1cnZleS1saW5rLTAwMDAwMDE',
};

export const exampleTask = (of: string, what: string): string => taskIdFor(of, 1, what);
