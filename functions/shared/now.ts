/** An instant in UTC as text, `2026-11-21T20:13:31.000Z`: sorts as it passes. */
export type Instant = string;

export const instant = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

/** The one place where a function asks for the time; everything below its entry is handed it. */
export const now = (): Instant => instant(Date.now());

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const after = (start: Instant, milliseconds: number): Instant => instant(Date.parse(start) + milliseconds);
