import type * as z from 'zod/mini';
import type { Teams } from './policy.ts';

type Payload = z.core.ParsePayload<Teams>;
type Path = (string | number)[];

/** What teams have to be so that all work gets done: each mistake is told by the name of its field. */
export function mustWork(payload: Payload, needed: readonly string[]): void {
  const teams = payload.value;
  const refuse = (path: Path, message: string) =>
    payload.issues.push({ code: 'custom', path, message, input: payload.value });
  const missing = needed.filter((name) => !teams.some(({ team }) => team === name));
  if (missing.length > 0) refuse([], `must have the teams ${needed.join(', ')}`);
  for (const [index, one] of teams.entries()) {
    if (teams.findIndex(({ team }) => team === one.team) < index) refuse([index, 'team'], 'is named twice');
    mustHaveSkills(one, (path, message) => refuse([index, ...path], message));
    const wrong = leadsWrong(teams, one);
    if (wrong) refuse([index, 'next'], wrong);
  }
}

function mustHaveSkills(
  { manager, members, skills = {}, needs = {} }: Teams[number],
  refuse: (path: Path, message: string) => void,
): void {
  for (const person of Object.keys(skills)) {
    if (person !== manager && !members.includes(person)) refuse(['skills', person], 'is not of this team');
  }
  const known = new Set(Object.values(skills).flat());
  for (const [kind, skill] of Object.entries(needs)) {
    if (!known.has(skill)) refuse(['needs', kind], `nobody of this team has the skill ${skill}: nobody could do it`);
  }
}

/** The lines go from the general to the special, and end somewhere. @returns what is wrong with where this one leads */
function leadsWrong(teams: Teams, { team, next }: Teams[number]): string | undefined {
  if (next && !teams.some((one) => one.team === next)) return `there is no team ${next}`;
  const way = [team];
  let line = next;
  while (line && !way.includes(line)) {
    way.push(line);
    line = teams.find((one) => one.team === line)?.next;
  }
  return line === team ? `goes in a circle: ${[...way, team].join(', ')}` : undefined;
}
