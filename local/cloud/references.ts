import type { Stack } from './assembly.ts';
import { type References, resolve } from './intrinsics.ts';
import type { Names } from './physical-names.ts';
import { pseudoParameters } from './pseudo-parameters.ts';
import { secretValue } from './secret-value.ts';

/** Addresses on this machine that stand in for those AWS would give: of the HTTP API, and of who vouches for people. */
export type Addresses = { api(): string; issuer?(): string };
/** A resource of a stack whose condition holds. */
export type Present = { stack: Stack; logicalId: string; resource: Stack['template']['Resources'][string] };
type Deployed = {
  stacks: readonly Stack[];
  present: () => readonly Present[];
  names: (stack: Stack, logicalId: string) => Names;
  addresses: Addresses;
};

/** What the references of templates lead to once the stacks are deployed on this machine. */
export function referencesOf({ stacks, present, names, addresses }: Deployed): References {
  const ofType = (type: string) => present().filter(({ resource }) => resource.Type === type);
  const parameterNamed = (wanted: string) =>
    ofType('AWS::SSM::Parameter')
      .map(({ stack, logicalId }) => names(stack, logicalId))
      .find(({ ref }) => ref === wanted)?.attributes.Value;

  const references: References = {
    ref(stack, logicalId) {
      const pseudo = pseudoParameters(stack)[logicalId];
      if (pseudo !== undefined) return pseudo;
      const parameter = stack.template.Parameters[logicalId];
      if (!parameter) return names(stack, logicalId).ref;
      const value = String(parameter.Default ?? '');
      return parameter.Type.startsWith('AWS::SSM::') ? (parameterNamed(value) ?? value) : value;
    },
    attribute(stack, logicalId, name) {
      if (name === 'ApiEndpoint') return addresses.api();
      if (name === 'ProviderURL' && addresses.issuer) return addresses.issuer();
      const { ref, attributes } = names(stack, logicalId);
      return attributes[name] ?? `${ref}.${name}`; // of what is not run here; nobody asks what it means
    },
    exported(name) {
      for (const stack of stacks)
        for (const { Value, Export } of Object.values(stack.template.Outputs))
          if (Export && resolve(Export.Name, stack, references) === name)
            return resolve(Value, stack, references) ?? null;
      throw new Error(`No stack exports ${name}`);
    },
    dynamic(reference) {
      const [service, ...rest] = reference.split(':');
      const name = rest.join(':');
      if (service === 'ssm') return parameterNamed(name.replace(/:\d+$/, '')) ?? '';
      if (service === 'secretsmanager') return secretValue(name);
      throw new Error(`{{resolve:${service}:…}} is not known here`);
    },
    localized: (text) =>
      ofType('AWS::ApiGatewayV2::Api').reduce((whole, { stack, logicalId }) => {
        const endpoint = `https://${names(stack, logicalId).ref}.execute-api.${stack.region}.amazonaws.com`;
        return whole.replaceAll(endpoint, addresses.api());
      }, text),
  };
  return references;
}
