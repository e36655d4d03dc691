export {};

// npm run bench -- NAME: runs bench/NAME.ts and prints what it measured
const benches = { bill: () => import('./bill.ts'), states: () => import('./states.ts') } as const;
const [name = ''] = process.argv.slice(2);
if (!Object.hasOwn(benches, name)) {
  console.error(`Which one? npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(2);
}
await benches[name as keyof typeof benches]();
