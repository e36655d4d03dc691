import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { patched } from '../simulator/bundle.ts';
import { bugs } from './bugs.ts';

const root = join(import.meta.dirname, '../../..');

test.each(bugs)('the planted bug still fits its source: $name', ({ patches }) => {
  for (const patch of patches) {
    const folder = patch.file.endsWith('.json') ? 'statemachines' : 'functions';
    const source = readFileSync(join(root, folder, patch.file), 'utf8');
    expect(patched(source, patch)).not.toBe(source);
  }
});
