RETURN {
  `edges`: COLLECT {
    CALL db.index.fulltext.queryNodes('search_fr', $p1, { limit: 1000 }) YIELD node AS n0, score AS score1
    WITH n0, score1
    WHERE n0:Event
    WITH n0, CASE WHEN n0.searchNames CONTAINS $p2 THEN score1 * CASE WHEN n0.searchNames CONTAINS $p3 THEN 10 WHEN n0.searchNames STARTS WITH $p2 THEN 6 ELSE 4 END ELSE score1 END AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN { `node`: n0 { `__typename`: 'Event', .id } }
  }
} AS value

RETURN {
  `totalCount`: COUNT {
    CALL db.index.fulltext.queryNodes('search_fr', $p1, { limit: 1000 }) YIELD node AS n3, score AS score4
    WITH n3, score4
    WHERE n3:Commitment
    WITH n3, CASE WHEN n3.searchNames CONTAINS $p2 THEN score4 * CASE WHEN n3.searchNames CONTAINS $p3 THEN 10 WHEN n3.searchNames STARTS WITH $p2 THEN 6 ELSE 4 END ELSE score4 END AS score4
    RETURN n3
  }
} AS value

RETURN {
  `edges`: COLLECT {
    CALL db.index.fulltext.queryNodes('search_en', $p1, { limit: 1000 }) YIELD node AS n0, score AS score1
    WITH n0, score1
    WHERE n0:Commitment
    WITH n0, CASE WHEN n0.searchNames CONTAINS $p2 THEN score1 * CASE WHEN n0.searchNames CONTAINS $p3 THEN 10 WHEN n0.searchNames STARTS WITH $p2 THEN 6 ELSE 4 END ELSE score1 END AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN {
      `node`: n0 { `__typename`: 'Commitment', .id, `label`: coalesce(n0.labelEn, n0.labelFr, n0.labelNl) }
    }
  }
} AS value

RETURN {
  `edges`: COLLECT {
    UNWIND ['search_fr', 'search_en', 'search_nl'] AS index2
    CALL db.index.fulltext.queryNodes(index2, $p1, { limit: 1000 }) YIELD node AS n0, score AS score1
    WITH n0, max(score1) AS score1
    WHERE n0:Institution
    WITH n0, CASE WHEN n0.searchNames CONTAINS $p2 THEN score1 * CASE WHEN n0.searchNames CONTAINS $p3 THEN 10 WHEN n0.searchNames STARTS WITH $p2 THEN 6 ELSE 4 END ELSE score1 END AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN { `node`: n0 { `__typename`: 'Institution', .id } }
  }
} AS value

RETURN {
  `edges`: COLLECT {
    CALL db.index.fulltext.queryNodes('search_fr', $p1, { limit: 1000 }) YIELD node AS n0, score AS score1
    WITH n0, score1
    WHERE n0:Document|Passage|Commitment|Institution|LegalInstrument|InformationSystem|Event|Person|Place|Theme|ProgressReport|Claim
    WITH n0, CASE WHEN n0.searchNames CONTAINS $p2 THEN score1 * CASE WHEN n0.searchNames CONTAINS $p3 THEN 10 WHEN n0.searchNames STARTS WITH $p2 THEN 6 ELSE 4 END ELSE score1 END AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN {
      `node`: CASE
        WHEN n0:Place THEN n0 { `__typename`: 'Place', .id }
        WHEN n0:Event THEN n0 { `__typename`: 'Event', .id }
        WHEN n0:InformationSystem THEN n0 { `__typename`: 'InformationSystem', .id }
        WHEN n0:Institution THEN n0 { `__typename`: 'Institution', .id }
        WHEN n0:LegalInstrument THEN n0 { `__typename`: 'LegalInstrument', .id }
        WHEN n0:Passage THEN n0 { `__typename`: 'Passage', .id }
        WHEN n0:ProgressReport THEN n0 { `__typename`: 'ProgressReport', .id }
        WHEN n0:Theme THEN n0 { `__typename`: 'Theme', .id }
        WHEN n0:Commitment THEN n0 { `__typename`: 'Commitment', .id }
        WHEN n0:Claim THEN n0 { `__typename`: 'Claim', .id }
        WHEN n0:Document THEN n0 { `__typename`: 'Document', .id }
        WHEN n0:Person THEN n0 { `__typename`: 'Person', .id }
      END
    }
  }
} AS value

RETURN {
  `edges`: COLLECT {
    UNWIND ['search_fr', 'search_en', 'search_nl'] AS index2
    CALL db.index.fulltext.queryNodes(index2, $p1, { limit: 1000 }) YIELD node AS n0, score AS score1
    WITH n0, max(score1) AS score1
    WHERE n0:Document|Passage|Commitment|Institution|LegalInstrument|InformationSystem|Event|Person|Place|Theme|ProgressReport|Claim
    WITH n0, CASE WHEN n0.searchNames CONTAINS $p2 THEN score1 * CASE WHEN n0.searchNames CONTAINS $p3 THEN 10 WHEN n0.searchNames STARTS WITH $p2 THEN 6 ELSE 4 END ELSE score1 END AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN {
      `node`: CASE
        WHEN n0:Place THEN n0 { `__typename`: 'Place', .id }
        WHEN n0:Event THEN n0 { `__typename`: 'Event', .id }
        WHEN n0:InformationSystem THEN n0 { `__typename`: 'InformationSystem', .id }
        WHEN n0:Institution THEN n0 { `__typename`: 'Institution', .id }
        WHEN n0:LegalInstrument THEN n0 { `__typename`: 'LegalInstrument', .id }
        WHEN n0:Passage THEN n0 { `__typename`: 'Passage', .id }
        WHEN n0:ProgressReport THEN n0 { `__typename`: 'ProgressReport', .id }
        WHEN n0:Theme THEN n0 { `__typename`: 'Theme', .id }
        WHEN n0:Commitment THEN n0 { `__typename`: 'Commitment', .id }
        WHEN n0:Claim THEN n0 { `__typename`: 'Claim', .id }
        WHEN n0:Document THEN n0 { `__typename`: 'Document', .id }
        WHEN n0:Person THEN n0 { `__typename`: 'Person', .id }
      END
    }
  }
} AS value
