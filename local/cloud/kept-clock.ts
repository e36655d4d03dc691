import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { MovableClock } from '../clock.ts';

/**
 * Sets the clock as far ahead of real time as it was when the file was last written, and writes it every second.
 * Returns what writes it a last time.
 */
export async function keepClock(clock: MovableClock, file: string): Promise<() => void> {
  if (existsSync(file)) {
    const { ahead } = JSON.parse(readFileSync(file, 'utf8')) as { ahead: number };
    const behind = Date.now() + ahead - clock.now();
    if (behind > 0) await clock.advance(behind);
  }
  const write = () => {
    writeFileSync(`${file}.new`, JSON.stringify({ ahead: clock.now() - Date.now() }));
    renameSync(`${file}.new`, file); // at once, so that a killed process leaves the old file or the new one
  };
  const timer = setInterval(write, 1000).unref();
  return () => {
    clearInterval(timer);
    write();
  };
}
