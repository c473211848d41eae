/** Why the service cannot start, in one line: what happened, and what to do. */
export class StartError extends Error {}
