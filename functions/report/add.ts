/** The sum of two that may not be there. */
export const both = <T>(one: T | undefined, other: T | undefined, add: (one: T, other: T) => T): T | undefined =>
  one && other ? add(one, other) : (one ?? other);

/** Each name of either, with the sum of what both have under it. */
export function eachOf<T>(
  one: Record<string, T>,
  other: Record<string, T>,
  add: (one: T, other: T) => T,
): Record<string, T> {
  const sum = { ...one };
  for (const [name, value] of Object.entries(other)) sum[name] = both(sum[name], value, add) as T;
  return sum;
}

export const plus = (one: number, other: number): number => one + other;
