import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SFNClient, ValidateStateMachineDefinitionCommand } from '@aws-sdk/client-sfn';

// npm run validate:aws: asks the real Step Functions whether it would take our state machines. It creates nothing,
// costs nothing, and needs an account that may states:ValidateStateMachineDefinition.

const folder = join(import.meta.dirname, '../statemachines');
const client = new SFNClient({ maxAttempts: 2 });
// Any ARN of the right form: whether a function exists is asked when the stack is deployed.
const standIn = (name: string): string =>
  name.endsWith('Workflow')
    ? `arn:aws:states:us-east-1:111111111111:stateMachine:${name}`
    : `arn:aws:lambda:us-east-1:111111111111:function:${name}`;

let refused = 0;
for (const file of readdirSync(folder)) {
  const text = readFileSync(join(folder, file), 'utf8');
  const definition = text.replace(/\$\{(\w+)\}/g, (_, name: string) => standIn(name));
  try {
    const { result, diagnostics = [] } = await client.send(
      new ValidateStateMachineDefinitionCommand({ definition, type: 'STANDARD', severity: 'WARNING' }),
    );
    console.log(`${result === 'OK' ? '✓' : '✗'} ${file}`);
    for (const { severity, code, message, location } of diagnostics)
      console.log(`    ${severity} ${code} ${location}: ${message}`);
    if (result !== 'OK') refused++;
  } catch (error) {
    console.error(`Step Functions did not answer: ${error instanceof Error ? error.message : error}`);
    console.error('This needs AWS credentials and a region in the environment.');
    process.exit(2);
  }
}
process.exitCode = refused > 0 ? 1 : 0;
