import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Letter, OpenTask } from '../../../../functions/mail/words/letter.ts';
import { Language } from '../../../../functions/shared/language.ts';
import { payloads } from '../../shared/payloads.ts';
import { caseId, letters, reader, render, sender } from './letters.ts';

const [frozen] = letters as [Letter];
const tagsOf = (html: string) => html.replace(/<\/?bdi>/g, '').match(/<[^>]*>/g);
const greetingOf = (name: string) => render(frozen, { ...reader.en, name }, sender).text.split('\n')[0];

describe.each(Language.options)('in the language %s', (language) => {
  const usual = letters.map((letter) => render(letter, reader[language], sender));

  test.each(payloads)('a name stays a name: %j', (name) => {
    letters.forEach((letter, index) => {
      const mail = render(letter, { ...reader[language], name }, sender);
      expect(mail.subject).toBe(usual[index]?.subject);
      expect(tagsOf(mail.html)).toEqual(tagsOf(usual[index]?.html ?? ''));
      expect(mail.text.split('\n')).toHaveLength(usual[index]?.text.split('\n').length ?? 0);
      expect(mail.text).not.toMatch(/[^\P{Cc}\n]/u);
      expect(mail.text + mail.html).not.toMatch(/[\u202a-\u202e\u2066\u2067]|evil\.example/);
    });
  });

  test.each(payloads)('a team, an organisation or a case cannot write a header or a tag: %j', (foreign) => {
    const task: OpenTask = {
      taskId: 't',
      caseId: foreign,
      kind: 'triage',
      team: foreign,
      dueAt: '2025-10-10T11:00:00Z',
      rung: 'due',
    };
    const show = (tasks: OpenTask[], organisation: string) =>
      render({ kind: 'task-reminder', tasks }, reader[language], { organisation });
    const mail = show([task], foreign);
    expect(mail.subject).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]{1,200}$/u);
    expect(tagsOf(mail.html)).toEqual(tagsOf(show([{ ...task, team: 'x', caseId: 'x' }], 'x').html));
    const closed = {
      kind: 'case-closed',
      resolution: 'resolved',
      closedAt: task.dueAt,
      reopenUntil: task.dueAt,
    } as const;
    const { subject } = render({ ...closed, caseId: foreign }, reader[language], { organisation: foreign });
    expect(subject).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]{1,200}$/u);
  });
});

test('whatever the name is, the subject is one line and the tags are ours', () => {
  const usual = render(frozen, reader.fa, sender);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
      const mail = render(frozen, { ...reader.fa, name }, sender);
      expect(mail.subject).toBe(usual.subject);
      expect(tagsOf(mail.html)).toEqual(tagsOf(usual.html));
    }),
    { numRuns: 1000 },
  );
});

describe('the greeting', () => {
  test.each(['Mary O’Neill', 'J. R. R. Tolkien', 'Dr. Ana-María Núñez', 'محمد‌رضا شجریان', '李小龍', "D'Arcy"])(
    'names %s',
    (name) => {
      expect(greetingOf(name)).toBe(`Dear \u2068${name}\u2069,`);
    },
  );

  test.each(['visit evil.example', 'https://evil.example', 'x@evil.example', '', '   ', 'A'.repeat(81), 'a\nb'])(
    'is a kind word without a name where the name is none: %j',
    (name) => expect(greetingOf(name)).toBe('Hello,'),
  );
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not an address'])(
  'a survey never leads to %s',
  (url) => {
    const letter = { kind: 'survey-invitation', caseId, url, expiresAt: '2025-10-20T11:00:00Z' } as const;
    expect(() => render(letter, reader.en, sender)).toThrow(TypeError);
  },
);
