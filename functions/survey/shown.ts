import { isRated, type OnlyIf, type Question } from './question.ts';

/** Whether a follow-up is shown to somebody who gave these values to the question it follows. */
export function isShownFor({ atLeast, atMost, is }: OnlyIf, values: readonly string[], rated: boolean): boolean {
  if (!rated) return values.some((value) => is?.includes(value));
  const [value] = values.map(Number);
  return value !== undefined && value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
}

/** Whether a question is for somebody who answered the others like this. */
export function isAsked(
  { onlyIf }: Question,
  questions: readonly Question[],
  valuesOf: (id: string) => readonly string[],
): boolean {
  const about = onlyIf && questions.find(({ id }) => id === onlyIf.question);
  return !onlyIf || (about !== undefined && isShownFor(onlyIf, valuesOf(about.id), isRated(about)));
}
