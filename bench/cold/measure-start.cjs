// A fresh process: how long a handler takes to load, and until it has answered its first call, in milliseconds.
const [, , file, event] = process.argv;
const began = process.hrtime.bigint();
const since = () => Number(process.hrtime.bigint() - began) / 1e6;
const { handler } = require(file);
const load = since();
const log = console.log;
console.log = () => undefined;
Promise.resolve(handler(JSON.parse(event), { awsRequestId: 'one', functionName: 'bench' })).then(
  ({ statusCode }) => log(JSON.stringify({ load, first: since(), statusCode })),
  (error) => log(JSON.stringify({ error: String(error) })),
);
