/** How often and how long a client waits for a service that is busy. Milliseconds. */
export type Patience = { tries: number; longest: number; sleep: (milliseconds: number) => Promise<void> };

export const usualPatience: Patience = {
  tries: 4,
  longest: 30_000,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

const busy = new Set([429, 502, 503, 504]);

/** Sends again what was not answered or answered with "not now", and waits as long as `Retry-After` says. */
export async function patiently(send: () => Promise<Response>, { tries, longest, sleep }: Patience): Promise<Response> {
  for (let n = 1; ; n++) {
    const response = await send().catch((error: unknown) => {
      if (n >= tries) throw error;
      return undefined;
    });
    if (response && (!busy.has(response.status) || n >= tries)) return response;
    const told = Number(response?.headers.get('retry-after')) * 1000;
    const wait = told > 0 ? told : 250 * 2 ** n * (0.5 + Math.random());
    if (response && wait > longest) return response;
    await response?.body?.cancel();
    await sleep(Math.min(wait, longest));
  }
}
