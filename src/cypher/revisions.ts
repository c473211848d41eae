/** Lists revisions after `$after`, in order, `$first` at most. */
export const listRevisions = `MATCH (revision:Revision)
WHERE revision.number > $after
WITH revision ORDER BY revision.number LIMIT $first
RETURN revision.number AS number, toString(revision.at) AS at, revision.dataset AS dataset, revision.reason AS reason,
  revision.author AS author, revision.caller AS caller, revision.note AS note,
  revision { .nodesAdded, .nodesChanged, .nodesRemoved, .statementsAdded, .statementsChanged, .statementsRemoved } AS counts`
