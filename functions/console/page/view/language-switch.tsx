import type { Language } from '../../../shared/language.ts';
import { words } from '../words/words.ts';

type Props = { language: Language; speak: (language: Language) => void };

/** One button, which says the other language in that language. */
export function LanguageSwitch({ language, speak }: Props) {
  const other = language === 'en' ? 'fa' : 'en';
  return (
    <button type="button" class="quiet language" lang={other} onClick={() => speak(other)}>
      {words[language].otherLanguage}
    </button>
  );
}
