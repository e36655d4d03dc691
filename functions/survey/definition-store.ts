import type { Version, VersionStore } from '../policy/version-store.ts';
import type { Instant } from '../shared/now.ts';
import { type KnownDefinition, SurveyDefinition } from './definition.ts';
import { shippedDefinitions } from './shipped-definitions.ts';
import type { SurveyRef } from './survey-fact.ts';

// In the table of policies:
// survey#<id>   1, 2, 3 …   a survey definition

export type DefinitionStore = ReturnType<typeof definitionStore>;

export function definitionStore(versions: VersionStore) {
  const policy = (id: string) => `survey#${id}`;
  const known = (id: string, { version, value }: Version): KnownDefinition => ({
    id,
    version,
    definition: SurveyDefinition.parse(value),
  });
  const shipped = (id: string): KnownDefinition | undefined => {
    const definition = Object.hasOwn(shippedDefinitions, id) ? shippedDefinitions[id] : undefined;
    return definition && { id, version: 0, definition };
  };

  return {
    /** What is asked now under this name, or undefined when nothing ever was. */
    async inForce(id: string): Promise<KnownDefinition | undefined> {
      const latest = await versions.latest(policy(id));
      return latest ? known(id, latest) : shipped(id);
    },

    /** What was asked then. */
    async exactly({ id, version }: SurveyRef): Promise<KnownDefinition | undefined> {
      if (version === 0) return shipped(id);
      const found = await versions.exactly(policy(id), version);
      return found && known(id, found);
    },

    /** The next version; the one in force already needs none. @throws PolicyChangedMeanwhile */
    async save(id: string, definition: SurveyDefinition, by: string, at: Instant): Promise<KnownDefinition> {
      return known(id, await versions.save(policy(id), definition, by, at));
    },
  };
}
