/** What a token says, which whoever is sent it checks; a list in a claim may be one text. */
export function claimsOf(token: string, rolesClaim: string): { person: string; roles: string[] } {
  const [, payload = ''] = token.split('.');
  const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  const roles = [claims[rolesClaim] ?? []].flat().flatMap((role) => String(role).split(/[\s,]+/));
  return { person: String(claims.sub ?? ''), roles };
}
