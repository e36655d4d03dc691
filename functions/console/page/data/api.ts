import { type Caseloop, caseloop } from '../../../../client/caseloop.ts';
import type { Session } from '../sign-in/session.ts';

let ahead = 0;

/** Milliseconds since 1970 as the service has it: clocks of desks go wrong, and the one of a laptop is moved. */
export const serviceNow = (): number => Date.now() + ahead;

/** The API as whoever signed in. `expired` is told when their token is no longer good. */
export function apiOf({ token }: Session, expired: () => void): Caseloop {
  const asked: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const date = Date.parse(response.headers.get('date') ?? '');
    // It tells whole seconds, so a difference of one is none.
    if (date && Math.abs(date - serviceNow()) > 1_500) ahead = date - Date.now();
    if (response.status === 401) expired();
    return response;
  };
  return caseloop({ url: '', token, fetch: asked, patience: { tries: 2 } });
}
