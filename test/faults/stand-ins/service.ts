// Stands in for an AWS client inside the bundle of the functions: hands every call to the world of the simulation.

/** Given to the bundle from outside: makes the call, or throws what the service or the network answered. */
declare const callService: (caller: string, service: Service, operation: string, input: object) => Promise<object>;
export type Service = 'dynamodb' | 'sfn' | 'ses' | 'events' | 'secrets';
export type Thrown = { name: string; message?: string; fault?: 'client' | 'server'; Item?: unknown };
type ErrorClass = new (thrown: Thrown) => Error;

export type Command = { operation: string; input: object };
/** The class of a command; a function, since a simulation makes thousands a second of them. */
export const command = (operation: string) =>
  function (this: Command, input: object) {
    this.operation = operation;
    this.input = input;
  };

export const serviceClient = (service: Service, errors: Record<string, ErrorClass>, other: ErrorClass) =>
  class {
    // A client is made while its function starts, so it knows whose it is.
    readonly caller = process.env.AWS_LAMBDA_FUNCTION_NAME ?? '';

    async send(command: Command): Promise<object> {
      try {
        return await callService(this.caller, service, command.operation, command.input);
      } catch (thrown) {
        const { name } = thrown as Thrown;
        throw new (errors[name] ?? other)(thrown as Thrown);
      }
    }
  };

/** An error as the SDK throws it: an error of the service has a `$fault`, one of the network has none. */
export class ServiceError extends Error {
  readonly $fault: 'client' | 'server' | undefined;
  constructor({ name, message = name, fault }: Thrown) {
    super(message);
    this.name = name;
    this.$fault = fault;
  }
}
