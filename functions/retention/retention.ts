import * as z from 'zod/mini';

/** What people wrote and were written, each kept as long as its kind is needed. Everything else stays with the person. */
export const DataClass = z.enum(['conversations', 'notes', 'comments', 'mails']);
export type DataClass = z.infer<typeof DataClass>;

// A survey can be answered until long after the close, and what was just over is asked about: before that nothing goes.
const shortest: Record<DataClass, number> = {
  conversations: 31,
  notes: 31,
  mails: 31,
  comments: 121,
};
const longest = 30 * 366;
const days = (of: DataClass) => z.int().check(z.gte(shortest[of]), z.lte(longest));

/** For how many days after the end of a case each class of its data is kept. */
export const RetentionRules = z.strictObject({
  conversations: days('conversations'),
  notes: days('notes'),
  comments: days('comments'),
  mails: days('mails'),
});
export type RetentionRules = z.infer<typeof RetentionRules>;

/** In force until others are saved: ten years, and three for what was said about how it went. */
export const shippedRetention: RetentionRules = { conversations: 3653, notes: 3653, comments: 1096, mails: 3653 };
