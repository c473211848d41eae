/** The texts of the statements that keep proposals: nodes apart from the graph that is read, joined to nothing. */

/** Keeps proposals in `$rows`; the same proposal of the same coder is kept once, as it was. */
export const createProposals = `UNWIND $rows AS row
MERGE (proposal:Proposal { id: row.id })
ON CREATE SET proposal += row, proposal.status = 'OPEN', proposal.proposedAt = datetime.realtime()
RETURN proposal.id AS id`

/** Lists proposals by id, from after `$after` on; each condition that is null lets all through. */
export const listProposals = `MATCH (proposal:Proposal)
WHERE proposal.id > $after
  AND ($ids IS NULL OR proposal.id IN $ids)
  AND ($status IS NULL OR proposal.status = $status)
  AND ($coder IS NULL OR proposal.coder = $coder)
  AND ($about IS NULL OR proposal.about = $about)
  AND ($document IS NULL OR EXISTS {
    MATCH (:Document { id: $document })-[:CONTAINS]->(:Passage)<-[:STATED_IN]-(:Commitment { id: proposal.about })
  })
RETURN proposal { .*, proposedAt: toString(proposal.proposedAt), decidedAt: toString(proposal.decidedAt) } AS proposal
ORDER BY proposal.id
LIMIT $limit`

/** Decides on proposals that are open, and says how many those were. */
export const decideProposals = `MATCH (proposal:Proposal)
WHERE proposal.id IN $ids AND proposal.status = 'OPEN'
SET proposal.status = $status, proposal.decidedBy = $by, proposal.note = $note, proposal.revision = $revision,
  proposal.decidedAt = datetime.realtime()
RETURN count(proposal) AS decided`
