import type { Language } from '../../shared/language.ts';

// Mail programs keep little of a style sheet, so every style stands in its element. Only fonts the reader has.
const latin = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const persian = "Vazirmatn,'Segoe UI',Tahoma,'Noto Sans Arabic',sans-serif";

/** Contrast on white: ink 15:1, muted 6.7:1, accent 6.6:1, warning 6.5:1. */
export const colours = {
  ink: '#16282b',
  muted: '#50646a',
  accent: '#0b6666',
  soft: '#eef5f4',
  line: '#dbe6e5',
  warning: '#a3291f',
  warningSoft: '#fdeeec',
  page: '#f3f6f6',
};

export const fonts: Record<Language, { family: string; lineHeight: string }> = {
  en: { family: latin, lineHeight: '1.6' },
  // Persian letters reach further up and down.
  fa: { family: persian, lineHeight: '1.9' },
};
