import * as z from 'zod/mini';

/** The languages every text for a customer or a colleague exists in. */
export const Language = z.enum(['en', 'fa']);
export type Language = z.infer<typeof Language>;

const directions = { en: 'ltr', fa: 'rtl' } as const satisfies Record<Language, 'ltr' | 'rtl'>;

/** The writing direction, as the HTML attribute `dir` takes it. */
export const direction = (language: Language): 'ltr' | 'rtl' => directions[language];

/**
 * The best language for an `Accept-Language` header, English where none fits.
 * Only for a reader we know nothing of: a customer's own choice is kept with the customer.
 */
export function languageFrom(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(wish);
  const best = wishes.sort((a, b) => b.weight - a.weight).find(({ tag, weight }) => weight > 0 && isLanguage(tag));
  return best && isLanguage(best.tag) ? best.tag : 'en';
}

function wish(range: string): { tag: string; weight: number } {
  const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { tag: name.split('-', 1)[0] ?? '', weight: weight <= 1 ? weight : 0 };
}

const isLanguage = (tag: string): tag is Language => Object.hasOwn(directions, tag);
