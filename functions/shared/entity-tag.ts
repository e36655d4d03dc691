/** The tag of one version of something (RFC 9110): what has this tag has this version. */
export const entityTag = (version: number): string => `"${version}"`;

const tagsIn = (header: string): string[] => header.split(',').map((tag) => tag.trim());

/** Whether `If-Match` allows a change of this version. A weak tag matches nothing: it does not say which version. */
export const allowsChange = (ifMatch: string, version: number): boolean =>
  ifMatch.trim() === '*' || tagsIn(ifMatch).includes(entityTag(version));

/** Whether somebody who sent `If-None-Match` has what has this tag already. */
export const isKnown = (ifNoneMatch: string, tag: string): boolean =>
  ifNoneMatch.trim() === '*' ||
  tagsIn(ifNoneMatch)
    .map((one) => one.replace(/^W\//, ''))
    .includes(tag);
