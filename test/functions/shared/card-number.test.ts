import { describe, expect, test } from 'vitest';
import { Contact } from '../../../functions/customer/contact.ts';
import { holdsCardNumber, maskCardNumbers } from '../../../functions/shared/card-number.ts';
import { CardId } from '../../../functions/shared/ids.ts';

// Numbers that pass the check of ISO/IEC 7812 and belong to nobody.
const visa = '4111111111111111';
const groupsOfFour = '4111 1111 1111 1111';

describe('a card number in what somebody wrote', () => {
  test.each([
    ['without a break', visa],
    ['in groups', groupsOfFour],
    ['with dashes', '4111-1111-1111-1111'],
    ['with dots', '4111.1111.1111.1111'],
    ['with long dashes', '4111–1111–1111–1111'],
    ['over lines', '4111\n1111\n1111\n1111'],
    ['with spaces that do not break', '4111\u00a01111\u00a01111\u00a01111'],
    ['with marks nobody sees', '4111\u200f1111\u200c1111\u20661111'],
    ['in Persian digits', '۴۱۱۱ ۱۱۱۱ ۱۱۱۱ ۱۱۱۱'],
    ['in Arabic digits', '٤١١١١١١١١١١١١١١١'],
    ['in full-width digits', '４１１１１１１１１１１１１１１１'],
    ['in two scripts', '4111۱۱۱۱1111۱۱۱۱'],
    ['of American Express', '3782 822463 10005'],
    ['of Mastercard', '2223 0031 2200 3222'],
    ['of an Iranian bank', '6037-9911-1111-1112'],
    ['of nineteen digits', '6304 0000 0000 0000 000'],
  ])('%s is masked', (_, number) => {
    const masked = maskCardNumbers(`My card ${number}, please.`);
    expect(holdsCardNumber(masked)).toBe(false);
    expect(masked.replace(/[^•]/g, '')).toHaveLength(number.replace(/[^\p{Nd}]/gu, '').length - 4);
  });

  test('keeps its last four digits, and the rest of the sentence as it was', () => {
    expect(maskCardNumbers(`It is ${groupsOfFour}, since 12/27.`)).toBe('It is •••• •••• •••• 1111, since 12/27.');
    expect(maskCardNumbers('شماره ۴۱۱۱-۱۱۱۱-۱۱۱۱-۱۱۱۱ است')).toBe('شماره ••••-••••-••••-۱۱۱۱ است');
  });

  test('is found beside other numbers', () => {
    expect(maskCardNumbers(`ref 12 ${groupsOfFour} 12/27`)).toBe('ref 12 •••• •••• •••• 1111 12/27');
    expect(maskCardNumbers(`${visa} ${visa}`)).toBe('••••••••••••1111 ••••••••••••1111');
  });
});

test.each([
  ['a mistyped card number', '4111 1111 1111 1112'],
  ['a telephone number', '+49 170 1234567, 0098 912 345 6789'],
  ['dates and times', '2026-11-21 20:13:31.000 and 1405/09/01 14:30'],
  ['an Iranian account number', 'IR820540102680020817909002'],
  ['a German account number', 'DE89 3704 0044 0532 0130 00'],
  ['an amount', '5 000 000 000 000 IRR'],
  ['no number', 'nothing at all'],
  ['zeros', '0000 0000 0000 0000'],
])('%s stays as it is', (_, text) => expect(maskCardNumbers(text)).toBe(text));

describe('ten thousand sentences', () => {
  // A generator of its own, so that every run sees the same sentences.
  let state = 20261121;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const digits = (count: number) => Array.from({ length: count }, () => random(10)).join('');
  const withCheckDigit = (start: string) =>
    Array.from({ length: 10 }, (_, last) => `${start}${last}`).find(holdsCardNumber) ?? '';
  const scripts = ['٠', '۰', '０'].map((nought) => nought.charCodeAt(0));
  const written = (number: string) => {
    const nought = [0x30, ...scripts][random(4)] ?? 0x30;
    const separator = ['', ' ', '-', '\u00a0', ' - ', '.', '\u200c'][random(7)] ?? '';
    const shown = [...number].map((one) => String.fromCharCode(nought + Number(one))).join('');
    return shown.replace(/(.{4})(?=.)/g, `$1${separator}`);
  };

  test('leak no card number', () => {
    const leaks = Array.from({ length: 10_000 }, () => {
      const start = ['4', '51', '2221', '37', '6037', '5022', '6219', '62'][random(8)] ?? '4';
      const number = withCheckDigit(start + digits(15 - start.length));
      return maskCardNumbers(`سلام، کارت ${written(number)} گم شد. Thank you.`);
    }).filter(holdsCardNumber);
    expect(leaks).toEqual([]);
  });

  test('have at most one of a thousand other numbers masked', () => {
    const others = Array.from({ length: 10_000 }, () => {
      const telephone = `0${digits(10)} or +${1 + random(98)} ${digits(3)} ${digits(7)}`;
      const booking = `on 20${10 + random(20)}-${10 + random(3)}-${10 + random(18)}, ${digits(1 + random(7))}.${digits(2)} EUR`;
      return `Call ${telephone} about ${digits(6)}, booked ${booking}; national code ${digits(10)}.`;
    });
    expect(others.filter((text) => maskCardNumbers(text) !== text).length).toBeLessThanOrEqual(10);
  });
});

test('a card is not called by its number, and no name holds one', () => {
  expect(CardId.safeParse('card_maryam1').success).toBe(true);
  expect(CardId.safeParse(`card_${visa}`).success).toBe(false);
  const contact = { email: 'amir@example.org', language: 'en', timeZone: 'UTC' };
  expect(Contact.safeParse({ ...contact, name: 'Amir 2' }).success).toBe(true);
  expect(Contact.safeParse({ ...contact, name: `Amir ${groupsOfFour}` }).success).toBe(false);
});
