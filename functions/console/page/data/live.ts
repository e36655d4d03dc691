import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** What is shown: the last answer that was good, and what is wrong with the one after it. */
export type Live<T> = { data?: T; problem?: unknown; again: () => void };

const SOONEST = 2_000;
const LATEST = 30_000;

/**
 * Asks again and again, as long as somebody looks: every two seconds while something changes, ever more rarely while
 * nothing does. What is the same stays the same object, so that nothing is drawn anew. `name` says what is asked for:
 * another name starts afresh.
 */
export function useLive<T>(name: string, ask: () => Promise<T>): Live<T> {
  const [shown, show] = useState<{ name: string; text?: string; data?: T; problem?: unknown }>({ name });
  const asking = useRef(ask);
  asking.current = ask;
  const [wish, setWish] = useState(0);

  useEffect(() => {
    let pause = SOONEST;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let text: string | undefined;
    async function look() {
      clearTimeout(timer);
      try {
        const data = await asking.current();
        if (over) return;
        const next = JSON.stringify(data);
        pause = next === text ? Math.min(pause * 1.5, LATEST) : SOONEST;
        if (next !== text) show({ name, text: next, data });
        else show((before) => (before.problem ? { name, text: next, data } : before));
        text = next;
      } catch (problem) {
        if (over) return;
        pause = Math.min(pause * 2, LATEST);
        show((before) => (before.name === name ? { ...before, problem } : { name, problem }));
      }
      if (!document.hidden) timer = setTimeout(look, pause);
    }
    const seen = () => {
      pause = SOONEST;
      if (!document.hidden) void look();
    };
    document.addEventListener('visibilitychange', seen);
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [name, wish]);

  const again = useCallback(() => setWish((before) => before + 1), []);
  return shown.name === name ? { ...shown, again } : { again };
}

/** Asks once, and again whenever `version` is another; what was there stays until the new is. */
export function useFollowing<T>(name: string, version: string | undefined, ask: () => Promise<T>): Live<T> {
  const [shown, show] = useState<{ name: string; data?: T; problem?: unknown }>({ name });
  const [wish, setWish] = useState(0);
  const asking = useRef(ask);
  asking.current = ask;
  const when = version === undefined ? undefined : `${name} ${version} ${wish}`;
  useEffect(() => {
    let over = false;
    if (when === undefined) return;
    asking
      .current()
      .then((data) => over || show({ name, data }))
      .catch((problem: unknown) => over || show((before) => ({ ...(before.name === name && before), name, problem })));
    return () => {
      over = true;
    };
  }, [name, when]);
  const again = useCallback(() => setWish((before) => before + 1), []);
  return shown.name === name ? { ...shown, again } : { again };
}
