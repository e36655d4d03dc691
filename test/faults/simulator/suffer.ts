import type { Service, Thrown } from '../stand-ins/service.ts';
import type { CallFault } from './plan.ts';

export type Input = Record<string, unknown>;
type Suffering = {
  service: Service;
  input: Input;
  attempt(input: Input): Promise<object>;
  /** Until it is made again. */
  pause(): Promise<void>;
};

/** What becomes of a call that goes wrong in this way. */
export async function suffer(fault: CallFault, { service, input, attempt, pause }: Suffering): Promise<object> {
  const once = () => attempt(input);
  switch (fault) {
    case 'lost':
      throw { name: 'TimeoutError' } satisfies Thrown;
    case 'throttled':
      throw { ...throttled[service], ...(service === 'ses' && { message: saidOf(input) }) };
    case 'unanswered':
      quietly(once);
      throw { name: 'TimeoutError' } satisfies Thrown;
    case 'twice':
      if (service === 'ses') return once(); // its client never tries again
      quietly(once);
      await pause();
      return once();
    case 'in part':
      return half(input as Reads, attempt);
    case 'killed after':
      quietly(once);
      return new Promise(() => undefined);
    case 'killed before':
      return new Promise(() => undefined);
    default:
      return once();
  }
}

type Reads = { RequestItems: Record<string, { Keys: object[] }> };

/** A busy table answers with what it got to, and names what it did not. */
async function half({ RequestItems }: Reads, read: (some: Reads) => Promise<object>): Promise<object> {
  const [[table, { Keys, ...how }]] = Object.entries(RequestItems) as [[string, Reads['RequestItems'][string]]];
  const some = Keys.slice(0, Keys.length / 2);
  const answer = some.length > 0 ? await read({ RequestItems: { [table]: { ...how, Keys: some } } }) : {};
  return { ...answer, UnprocessedKeys: { [table]: { ...how, Keys: Keys.slice(some.length) } } };
}

/** Nobody hears of it. */
function quietly(attempt: () => Promise<object>): void {
  void attempt().catch(() => undefined);
}

const throttled: Record<Service, Thrown> = {
  dynamodb: { name: 'ProvisionedThroughputExceededException', fault: 'client' },
  sfn: { name: 'ThrottlingException', fault: 'client' },
  ses: { name: 'TooManyRequestsException', fault: 'client' },
  events: { name: 'ThrottlingException', fault: 'client' },
  secrets: { name: 'ThrottlingException', fault: 'client' },
};

/** SES names whom it was about when it refuses, and so does the error that is thrown for it. */
const saidOf = ({ Destination }: Input): string => `Refused for these identities: ${JSON.stringify(Destination)}`;
