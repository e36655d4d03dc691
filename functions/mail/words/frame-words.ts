import { isolate } from '../../shared/html.ts';
import type { Language } from '../../shared/language.ts';

/** What every mail says around its message. */
type FrameWords = {
  /** Without a name, a kind word that fits everybody. */
  greeting(name: string | undefined): string;
  regards: string;
  service(organisation: string): string;
};

const frame: Record<Language, FrameWords> = {
  en: {
    greeting: (name) => (name ? `Dear ${name},` : 'Hello,'),
    regards: 'Kind regards,',
    service: (organisation) =>
      `You receive this message as a customer or a colleague of ${organisation}. It contains no advertising.`,
  },
  fa: {
    greeting: (name) => (name ? `${name} گرامی،` : 'با سلام و احترام،'),
    regards: 'با احترام،',
    service: (organisation) =>
      `این پیام برای شما به عنوان مشتری یا همکار ${organisation} فرستاده شده است و جنبه تبلیغاتی ندارد.`,
  },
};

export const frameWords = (language: Language, name: string, organisation: string) => ({
  greeting: frame[language].greeting(isSpeakable(name) ? isolate(name.trim()) : undefined),
  regards: frame[language].regards,
  organisation: isolate(organisation),
  service: frame[language].service(isolate(organisation)),
});

// A mail program makes a link of whatever looks like an address: a name must not carry one to somebody else's inbox.
const isSpeakable = (name: string): boolean =>
  name.trim() !== '' && name.length <= 80 && !/[/\\@<>]|[\p{L}\p{N}]\.[\p{L}\p{N}]|\p{Cc}/u.test(name);
