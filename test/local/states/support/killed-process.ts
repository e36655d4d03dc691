import { appendFileSync } from 'node:fs';
import { MovableClock } from '../../../../local/clock.ts';
import { createEngine } from '../../../../local/states/engine.ts';
import { fileKeeper } from '../../../../local/states/file-keeper.ts';
import { seeded } from '../../../../local/states/random.ts';

// Runs a case until its parent kills it: file of the keeper, file of the effects, definition.
const [kept = '', effects = '', definition = ''] = process.argv.slice(2);

const engine = createEngine({
  clock: new MovableClock({ running: true }),
  random: seeded(5),
  region: 'eu-central-1',
  account: '111111111111',
  keeper: fileKeeper(kept),
  invokeFunction: async (name, payload) => {
    appendFileSync(effects, `${JSON.stringify({ name, payload })}\n`);
    return name === 'hangs' ? new Promise(() => undefined) : { payload: { done: name } };
  },
});
await engine.resume();
const { stateMachineArn } = engine.createStateMachine({ name: 'case', definition, roleArn: 'arn:aws:iam::1:role/r' });
engine.startExecution({ stateMachineArn, name: 'run' });
setInterval(() => undefined, 1000);
