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

/**
 * Attempts something again and again: first with a process that is killed before its first call, then after it, and so
 * on until it comes to its end unharmed. `kill` makes such a process of a client. Tells how many calls it takes.
 */
export async function killedAtEveryCall(
  attempt: (kill: <C extends Sender>(client: C) => C, where: string) => Promise<void>,
): Promise<number> {
  for (let call = 1; ; call++) {
    for (const when of ['before', 'after'] as const) {
      let calls = () => 0;
      const kill = <C extends Sender>(client: C): C => {
        const mortal = dying(client, { call, when });
        calls = mortal.calls;
        return mortal.client;
      };
      await attempt(kill, `${when} call ${call}`);
      if (calls() < call) return call - 1;
    }
  }
}
