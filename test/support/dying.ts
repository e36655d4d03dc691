type Sender = { send(command: never): Promise<unknown> };

/** What a function that is killed leaves behind: nothing is done after it. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * A client whose process is killed at its n-th call (from 1): before the call goes out, or after it was carried out
 * and before its answer came. `calls` counts.
 */
export function dying<C extends Sender>(client: C, at: { call: number; when: 'before' | 'after' }) {
  let calls = 0;
  const send = async (command: never): Promise<unknown> => {
    calls++;
    if (calls > at.call || (calls === at.call && at.when === 'before')) throw new Killed();
    const answer = await client.send(command);
    if (calls === at.call) throw new Killed();
    return answer;
  };
  return { client: { send } as C, calls: () => calls };
}

/** Runs it with a process killed before, then after, each of its calls in turn, until it comes to its end unharmed. */
export async function killedAtEveryCall<C extends Sender>(
  client: C,
  attempt: (client: C, where: string) => Promise<void>,
): Promise<number> {
  for (let call = 1; ; call++) {
    for (const when of ['before', 'after'] as const) {
      const mortal = dying(client, { call, when });
      await attempt(mortal.client, `${when} call ${call}`);
      if (mortal.calls() < call) return call - 1;
    }
  }
}
