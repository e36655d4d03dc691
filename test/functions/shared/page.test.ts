import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidRequest } from '../../../functions/shared/errors.ts';
import { CaseId, caseIdOf, newId, TaskId } from '../../../functions/shared/ids.ts';
import { readCursor, writeCursor } from '../../../functions/shared/page.ts';
import { taskIdFor } from '../../../functions/task/task.ts';

const key = ['case_1', '7'];
const cursor = writeCursor(key, 'list');

describe('a cursor', () => {
  test('leads on in its own list', () => expect(readCursor(cursor, 'list')).toEqual(key));

  test('leads nowhere in another', () => expect(() => readCursor(cursor, 'other')).toThrow(InvalidRequest));

  test('that was changed anywhere is refused', () => {
    const place = fc.integer({ min: 0, max: cursor.length - 1 });
    fc.assert(
      fc.property(place, fc.constantFrom(...'aZ0-_'), (at, letter) => {
        fc.pre(cursor[at] !== letter);
        const changed = cursor.slice(0, at) + letter + cursor.slice(at + 1);
        // The last letters of base64 may hold bits that mean nothing.
        fc.pre(Buffer.from(changed, 'base64url').toString() !== Buffer.from(cursor, 'base64url').toString());
        expect(() => readCursor(changed, 'list')).toThrow(InvalidRequest);
      }),
    );
  });

  test('that was made up is refused', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readCursor(text, 'list')).toThrow(InvalidRequest);
      }),
    );
    for (const value of ['null', '[]', '{}', '["x",{"pk":1}]', '["x","case_1","7"]']) {
      expect(() => readCursor(Buffer.from(value).toString('base64url'), 'list')).toThrow(InvalidRequest);
    }
  });
});

describe('ids', () => {
  test('of cases are well formed and never the same', () => {
    const ids = Array.from({ length: 1000 }, () => newId('case'));
    expect(ids.every((id) => CaseId.safeParse(id).success)).toBe(true);
    expect(new Set(ids).size).toBe(1000);
  });

  test('of tasks name their case', () => {
    const caseId = newId('case');
    for (const what of ['triage', 'failed-freeze-accounts.12']) {
      const id = taskIdFor(caseId, 3, what);
      expect(TaskId.parse(id)).toBe(id);
      expect(caseIdOf(id)).toBe(caseId);
    }
  });
});
