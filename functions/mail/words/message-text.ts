import type { frameWords } from './frame-words.ts';
import type { Block, Message } from './message.ts';

type Frame = ReturnType<typeof frameWords>;

/**
 * The plain part of a mail. A program finds the direction of a line by its first letter, so each line begins in the
 * reader's own language; a web address stands on a line of its own, where no mark can become a part of it.
 */
export function messageText(message: Message, frame: Frame): string {
  const body = message.blocks.map(blockText).join('\n\n');
  return `${frame.greeting}\n\n${body}\n\n${frame.regards}\n${frame.organisation}\n\n${frame.service}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'note':
      return block.text;
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'steps':
      return [block.heading, ...block.items.map((item) => `- ${item}`)].join('\n');
    case 'cards':
      return block.items.map(({ title, mark, details }) => `- ${title} (${mark})\n  ${details}`).join('\n');
    case 'link':
      return `${block.text}:\n${block.url}`;
    case 'scale':
      return `${block.open}:\n${block.url}`;
  }
}
