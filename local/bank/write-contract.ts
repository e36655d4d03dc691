import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountSystemText } from './contract.ts';

// npm run contract:bank
writeFileSync(join(import.meta.dirname, '../../docs/account-system.json'), accountSystemText);
