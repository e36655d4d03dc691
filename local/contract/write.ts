import { writeFileSync } from 'node:fs';
import { documentFile, documentText } from './document.ts';

// npm run openapi: writes docs/openapi.json anew
const text = await documentText();
writeFileSync(documentFile, text);
console.log(`${documentFile}: ${text.length} characters`);
