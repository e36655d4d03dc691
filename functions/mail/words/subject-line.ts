const mostCharacters = 200;

/** A subject as a mail header may carry it: one line, no control characters, at most 200 characters. */
export function subjectLine(text: string): string {
  const line = text
    .replace(/\p{Cs}/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
  return line.length <= mostCharacters ? line : `${whole(line.slice(0, mostCharacters - 1))}…`;
}

// The cut may have gone through a character of two units.
const whole = (text: string): string => text.replace(/\p{Cs}$/u, '').trimEnd();
