declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Every operation of DynamoDB as one request listener; `path` keeps the tables in a folder. */
  export default function dynalite(options: {
    path?: string | undefined;
    createTableMs?: number;
    updateTableMs?: number;
    deleteTableMs?: number;
  }): Server;
}
