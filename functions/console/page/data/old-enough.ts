const DAY = 86_400_000;

/** `age` in days: which cases are old enough. */
export const isOldEnough = (openedAt: string, age: string | undefined, now: number): boolean =>
  !age || now - Date.parse(openedAt) >= Number(age) * DAY;
