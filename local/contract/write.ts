import { writeFileSync } from 'node:fs';
import { clientFile, clientText } from './client-types.ts';
import { documentFile, documentText } from './document.ts';

// npm run openapi: writes docs/openapi.json and what the typed client knows of it anew
const text = await documentText();
writeFileSync(documentFile, text);
writeFileSync(clientFile, clientText(JSON.parse(text)));
console.log(`${documentFile}: ${text.length} characters`);
