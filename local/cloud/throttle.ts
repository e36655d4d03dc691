/** A token bucket: `burst` requests at once, then `rate` a second. Real time, since real clients are held back. */
export function createThrottle({ burst, rate }: { burst: number; rate: number }, now = () => performance.now()) {
  let tokens = burst;
  let last = now();
  return {
    /** Whether one more request may pass. */
    pass(): boolean {
      tokens = Math.min(burst, tokens + ((now() - last) / 1000) * rate);
      last = now();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
