const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since the epoch of an ISO-8601 date and time with its offset, or undefined if it is none. */
export function instantOf(text: string): number | undefined {
  const [, year, month, day, hour, minute, second = '00', fraction = ''] = INSTANT.exec(text) ?? [];
  if (!year || !month || !day || !hour || !minute) return undefined;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const zone = /(?:Z|[+-]\d\d:\d\d)$/.exec(text)?.[0];
  const exists = new Date(`${local}Z`);
  if (Number.isNaN(exists.getTime()) || !exists.toISOString().startsWith(local)) return undefined;
  const time = new Date(`${local}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`).getTime();
  return Number.isNaN(time) ? undefined : time;
}
