import { describe, expect, test } from 'vitest';
import type { Letter, LetterOf, OpenTask } from '../../../../functions/mail/words/letter.ts';
import { subjectLine } from '../../../../functions/mail/words/subject-line.ts';
import type { Language } from '../../../../functions/shared/language.ts';
import { formWords } from '../../../../functions/survey/page/form-words.ts';
import { caseId, reader, render, sender, surveyUrl } from './letters.ts';

const bare = (text: string) => text.replace(/[\u2068\u2069]|<\/?bdi>/g, '');
function read(letter: Letter, language: Language = 'en') {
  const { subject, text, html } = render(letter, reader[language], sender);
  return { subject: bare(subject), text: bare(text), html: bare(html) };
}

describe('the letter about frozen accounts', () => {
  const frozen = (accounts: number, cards: number): Letter => ({
    kind: 'accounts-frozen',
    caseId,
    accounts,
    cards,
    reportedAt: '2025-10-09T11:00:00Z',
  });

  test('says what is frozen, how much of it and since when', () => {
    const { subject, text } = read(frozen(3, 2));
    expect(subject).toBe('We have frozen your accounts and cards (case JKMNPQRS)');
    expect(text).toContain('On 9 October 2025 at 12:00 we received a report');
    expect(text).toContain('Frozen accounts: 3\nFrozen cards: 2\n');
  });

  test('does so in Persian, with the date and the digits of its reader', () => {
    const { subject, text } = read(frozen(12, 2), 'fa');
    expect(subject).toBe('حساب‌ها و کارت‌های شما مسدود شد (پرونده JKMNPQRS)');
    expect(text).toContain('در تاریخ ۱۷ مهر ۱۴۰۴ ساعت ۱۴:۳۰ گزارشی');
    expect(text).toContain('حساب‌های مسدودشده: ۱۲\nکارت‌های مسدودشده: ۲\n');
  });

  test('calls nothing frozen that is not', () => {
    expect(read(frozen(1, 0)).subject).toBe('We have frozen your accounts (case JKMNPQRS)');
    expect(read(frozen(0, 1)).subject).toBe('We have frozen your cards (case JKMNPQRS)');
    expect(read(frozen(0, 1)).text).not.toContain('Frozen accounts');
    const { subject, text } = read(frozen(0, 0));
    expect(subject).toBe('We are working on your case (case JKMNPQRS)');
    expect(text).not.toContain('froze everything');
  });
});

const closing = {
  kind: 'case-closed',
  caseId,
  resolution: 'no-fraud-found',
  closedAt: '2025-10-12T11:00:00Z',
  reopenUntil: '2025-11-12T11:00:00Z',
} as const;

test('the closing letter says what came out and until when the case can be opened again', () => {
  expect(read(closing).text).toContain('Outcome: No fraud found\nClosed on: 12 October 2025\n');
  expect(read(closing).text).toContain('let us know by 12 November 2025');
  expect(read(closing, 'fa').text).toContain('تا ۲۱ آبان ۱۴۰۴ با ذکر شماره پرونده');
});

test('the closing letter may carry the question how it went, below all that has to be known', () => {
  const link = { url: surveyUrl, expiresAt: '2025-10-26T11:00:00Z' };
  const { text, html } = read({ ...closing, survey: link });
  expect(text.indexOf('let us know by')).toBeLessThan(text.indexOf('How satisfied are you'));
  expect([...html.matchAll(/score=(\d)/g)].map(([, score]) => score)).toEqual(['1', '2', '3', '4', '5']);
  expect(render({ ...closing, survey: link }, reader.en, sender).unsubscribe).toBe(`${surveyUrl}/unsubscribe`);
  expect(render(closing, reader.en, sender).unsubscribe).toBeUndefined();
});

describe('the invitation to the survey', () => {
  const invitation: Letter = {
    kind: 'survey-invitation',
    caseId,
    url: `${surveyUrl}?lang=a&b="`,
    expiresAt: '2025-10-20T11:00:00Z',
  };

  test('has one link for each score, one without, and one that asks whether somebody wants no more', () => {
    const links = [...read(invitation).html.matchAll(/<a href="([^"]+)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    );
    expect(links.map((link) => new URL(link).searchParams.get('score'))).toEqual(['1', '2', '3', '4', '5', null, null]);
    expect(new Set(links.map((link) => new URL(link).origin + new URL(link).pathname))).toEqual(
      new Set([surveyUrl, `${surveyUrl}/unsubscribe`]),
    );
  });

  test('offers no points where only the page has the sentence to agree with', () => {
    const { html } = render({ ...invitation, scale: 'likert' }, reader.en, sender);
    expect(html).not.toContain('score=');
    expect(html).toContain(`<a href="${surveyUrl}`);
  });

  test('to an anonymous survey says so, and has no link that would tell the way what was chosen', () => {
    for (const [language, said] of [
      ['en', 'This survey is anonymous'],
      ['fa', 'این نظرسنجی بی‌نام است'],
    ] as const) {
      const { html, text } = render({ ...invitation, anonymous: true }, reader[language], sender);
      expect(html).not.toContain('score=');
      expect(html).toContain(said);
      expect(text).toContain(said);
    }
  });

  test.each([
    ['csat', 1, 5, 'Very dissatisfied', 'Very satisfied'],
    ['nps', 0, 10, 'Not at all likely', 'Extremely likely'],
    ['ces', 1, 7, 'Very difficult', 'Very easy'],
  ] as const)(
    'offers the points of the scale %s, from %i to %i, with what its ends mean',
    (scale, from, to, low, high) => {
      const { html } = read({ ...invitation, scale });
      const offered = [...html.matchAll(/score=(\d+)/g)].map(([, score]) => Number(score));
      expect(offered).toEqual(Array.from({ length: to - from + 1 }, (_, index) => from + index));
      expect(html).toContain(low);
      expect(html).toContain(high);
    },
  );

  test('speaks of no case to somebody whom a campaign asks, neither at first nor in a reminder', () => {
    for (const kind of ['survey-invitation', 'survey-reminder'] as const) {
      const { subject, text, html } = read({ ...invitation, kind, about: 'relationship', scale: 'nps' });
      expect(subject + text + html).not.toMatch(/\bcase\b|JKMNPQRS/);
      expect(read({ ...invitation, kind, about: 'relationship' }, 'fa').text).not.toContain('پرونده');
    }
  });

  test('asks whom a bad answer was followed up with how it is now', () => {
    expect(read({ ...invitation, about: 'recovery' }).subject).toBe(
      'We looked at your case JKMNPQRS again: how is it now?',
    );
    expect(read({ ...invitation, about: 'recovery' }).html).toContain('How satisfied are you now?');
  });

  test('has its link on a line of its own in the plain part, where no mark can cling to it', () => {
    const { text } = render({ ...invitation, url: surveyUrl }, reader.fa, sender);
    expect(text.split('\n')).toContain(surveyUrl);
  });

  test('shows the scores in the digits of its reader, and in words to who cannot see the scale', () => {
    const { html } = read(invitation, 'fa');
    expect(html).toMatch(/title="خیلی ناراضی"[^>]*>۱<[\s\S]*title="خیلی راضی"[^>]*>۵</);
  });

  test('says that only the button on the page sends, and calls the button by its name', () => {
    expect(read(invitation).text).toContain(`“${formWords.en.send}”`);
    expect(read(invitation, 'fa').text).toContain(`«${formWords.fa.send}»`);
  });
});

describe('the reminder of open tasks', () => {
  const task = (over: Partial<OpenTask> = {}): OpenTask => ({
    taskId: `${caseId}.1.triage`,
    caseId,
    kind: 'triage',
    team: 'cards',
    dueAt: '2025-10-10T11:00:00Z',
    rung: 'due',
    ...over,
  });
  const digest = (...tasks: OpenTask[]): LetterOf<'task-reminder'> => ({ kind: 'task-reminder', tasks });

  test('is one mail for all of them, the one due first on top, and counts those overdue', () => {
    const early = task({ kind: 'fraud-review', team: 'fraud', rung: 'overdue', dueAt: '2025-10-08T11:00:00Z' });
    const { subject, text } = read(digest(task(), early));
    expect(subject).toBe('2 tasks are waiting for you, 1 overdue');
    expect(text).toContain(
      '- Fraud review (Overdue)\n  Case JKMNPQRS, team Fraud, due on 8 October 2025 at 12:00\n- Triage (Due now)\n',
    );
  });

  test('speaks of a single task as one', () => {
    expect(read(digest(task())).subject).toBe('One task is waiting for you');
    expect(read(digest(task()), 'fa').subject).toBe('۱ کار در انتظار شماست');
  });

  test('calls the teams it knows by name in the language of its reader, others by their id', () => {
    expect(read(digest(task({ team: 'fraud' })), 'fa').text).toContain('گروه مقابله با تقلب،');
    const { text } = render(digest(task({ team: 'north-2' })), reader.fa, sender);
    expect(text).toContain('گروه \u2068north-2\u2069،');
  });

  test('stays readable when there are very many', () => {
    const { text, html } = read(digest(...Array.from({ length: 500 }, () => task())));
    expect(text.match(/^- /gm)).toHaveLength(20);
    expect(text).toContain('480 more are in your task list.');
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
  });
});

test('a subject is one line, whatever stands in it', () => {
  expect(subjectLine(' a\r\nBcc:\u2028x\0\u0085y\u001b \ud800z ')).toBe('a Bcc: x y z');
});

test('a subject is cut at 200 characters, never through one', () => {
  expect(subjectLine('a'.repeat(200))).toHaveLength(200);
  expect(subjectLine('a'.repeat(201))).toBe(`${'a'.repeat(199)}…`);
  expect(subjectLine(`${'a'.repeat(198)}🙂🙂`)).toBe(`${'a'.repeat(198)}…`);
});
