import { caseReference } from '../../shared/case-reference.ts';
import { formatDate, formatDateTime, formatNumber } from '../../shared/dates.ts';
import { isolate } from '../../shared/html.ts';
import type { Language } from '../../shared/language.ts';
import type { Instant } from '../../shared/now.ts';

/** Writes values the way one reader reads them, each isolated from the sentence it is put into. */
export type Reader = {
  language: Language;
  date(instant: Instant): string;
  dateTime(instant: Instant): string;
  number(value: number): string;
  /** The short name of a case. */
  reference(caseId: string): string;
  /** A text in whatever language, like the name of a team. */
  foreign(text: string): string;
};

export const readerOf = ({ language, timeZone }: { language: Language; timeZone: string }): Reader => ({
  language,
  date: (instant) => isolate(formatDate(instant, language, timeZone)),
  dateTime: (instant) => isolate(formatDateTime(instant, language, timeZone)),
  number: (value) => isolate(formatNumber(value, language)),
  reference: (caseId) => isolate(caseReference(caseId)),
  foreign: isolate,
});
