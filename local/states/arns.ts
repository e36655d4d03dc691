import { ApiError } from './api-error.ts';

/** Where an engine stands, as its ARNs say. */
export type Place = { readonly region: string; readonly account: string };

export const machineArn = ({ region, account }: Place, name: string): string =>
  `arn:aws:states:${region}:${account}:stateMachine:${name}`;

export const executionArn = (machine: string, name: string): string =>
  `${machine.replace(':stateMachine:', ':execution:')}:${name}`;

export function checkArn(arn: string | undefined, kind: 'stateMachine' | 'execution'): string {
  if (arn === undefined || !new RegExp(`^arn:[^:]+:states:[^:]+:[^:]+:${kind}:.+$`).test(arn))
    throw new ApiError('InvalidArn', `Invalid Arn: '${arn}'`);
  return arn;
}

/** Letters of any script, but no space, bracket, wildcard or control character. */
export function checkName(name: string): string {
  if (!/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u.test(name))
    throw new ApiError('InvalidName', `Invalid Name: '${name}'`);
  return name;
}
