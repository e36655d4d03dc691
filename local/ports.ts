/** Where the local cloud answers when it is kept running. */
export const ports = { api: 4000, inbox: 4001, aws: 4002, clock: 4003, issuer: 4004 };
