/** Somebody one can be on this machine; `claims` stand in their tokens. */
export type SignInPerson = {
  id: string;
  name: string;
  roles: readonly string[];
  claims: Readonly<Record<string, unknown>>;
};
