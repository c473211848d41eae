/** What is wrong with an archive, or with where it is to be restored. */
export class ArchiveError extends Error {}
