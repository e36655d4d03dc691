/** Who has signed in, in this tab and until it is closed: nothing of it is kept longer. */
export type Session = { token: string; person: string; name: string; roles: string[] };

/** What has to be known again when the issuer sends somebody back. */
export type Departure = { state: string; nonce: string; verifier: string; hash: string };

const kept = <T>(name: string) => ({
  get(): T | undefined {
    const text = sessionStorage.getItem(name);
    return text ? (JSON.parse(text) as T) : undefined;
  },
  set: (value: T): void => sessionStorage.setItem(name, JSON.stringify(value)),
  forget: (): void => sessionStorage.removeItem(name),
});

export const session = kept<Session>('caseloop.session');
export const departure = kept<Departure>('caseloop.departure');

/** The colleagues this page is for; the API decides about each request anyway. */
export const mayLook = ({ roles }: Session): boolean =>
  roles.some((role) => ['agent', 'manager', 'admin', 'auditor'].includes(role));
/** Who may work on tasks, and who may also do what touches customers. */
export const mayWork = ({ roles }: Session): boolean =>
  roles.some((role) => ['agent', 'manager', 'admin'].includes(role));
export const mayDecide = ({ roles }: Session): boolean => roles.some((role) => ['manager', 'admin'].includes(role));
