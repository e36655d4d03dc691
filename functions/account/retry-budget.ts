/**
 * How much may be asked again. Each repetition costs one of ten, each success gives a tenth back: when the bank is
 * down, a thousand calls become not three thousand but about one thousand.
 */
export function retryBudget(size = 10) {
  let left = size;
  return {
    take(): boolean {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    giveBack(): void {
      left = Math.min(size, left + 0.1);
    },
  };
}
export type RetryBudget = ReturnType<typeof retryBudget>;
