import { html } from '../../shared/html.ts';
import { formWords } from './form-words.ts';
import { noticeWords } from './notice-words.ts';
import type { NoticeReader } from './notices.ts';
import { type Page, page } from './page.ts';

/** Asks whether somebody really wants no more surveys. */
export function unsubscribeForm(reader: NoticeReader): Page {
  const { title, sentences } = noticeWords[reader.language].unsubscribe;
  return page(
    200,
    reader,
    title,
    html`<h1>${title}</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>\n`)}<form method="post">
<button type="submit">${formWords[reader.language].unsubscribe}</button>
</form>`,
  );
}
