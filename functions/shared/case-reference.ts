/** How people name a case in a letter or on the phone: the last eight characters of its id, in capitals. */
export const caseReference = (caseId: string): string => caseId.slice(-8).toUpperCase();
