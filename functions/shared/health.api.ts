import { json } from './api.ts';

// GET /health: the way in works; nothing behind it is asked
export const handler = async () => json(200, { status: 'ok' });
