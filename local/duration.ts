import { day, hour, minute } from '../functions/shared/now.ts';

const units: Record<string, number> = { s: 1000, m: minute, h: hour, d: day, w: 7 * day };

/** `90s`, `15m`, `36h`, `3d`, `2w` in milliseconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,6})\s*([smhdw])$/.exec(text.trim()) ?? [];
  return count && unit ? Number(count) * (units[unit] ?? 0) : undefined;
}
