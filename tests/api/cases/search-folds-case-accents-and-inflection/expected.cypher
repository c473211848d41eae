RETURN {
  `edges`: COLLECT {
    CALL db.index.fulltext.queryNodes('search_fr', $p1, { limit: 1000 }) YIELD node AS n0, score AS score1
    WITH n0, score1
    WHERE n0:Event
    WITH n0, score1 * CASE WHEN any(name IN [n0.acronym, n0.labelEn, n0.labelFr, n0.labelNl] WHERE toLower(name) = $p2) THEN 10 WHEN toLower(n0.acronym) STARTS WITH $p2 THEN 6 WHEN any(name IN [n0.acronym, n0.labelEn, n0.labelFr, n0.labelNl] WHERE toLower(name) STARTS WITH $p2) THEN 4 ELSE 1 END AS score1
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
    WITH n3, score4 * CASE WHEN any(name IN [n3.acronym, n3.labelEn, n3.labelFr, n3.labelNl] WHERE toLower(name) = $p2) THEN 10 WHEN toLower(n3.acronym) STARTS WITH $p2 THEN 6 WHEN any(name IN [n3.acronym, n3.labelEn, n3.labelFr, n3.labelNl] WHERE toLower(name) STARTS WITH $p2) THEN 4 ELSE 1 END AS score4
    RETURN n3
  }
} AS value

RETURN {
  `edges`: COLLECT {
    CALL db.index.fulltext.queryNodes('search_en', $p1, { limit: 1000 }) YIELD node AS n0, score AS score1
    WITH n0, score1
    WHERE n0:Commitment
    WITH n0, score1 * CASE WHEN any(name IN [n0.acronym, n0.labelEn, n0.labelFr, n0.labelNl] WHERE toLower(name) = $p2) THEN 10 WHEN toLower(n0.acronym) STARTS WITH $p2 THEN 6 WHEN any(name IN [n0.acronym, n0.labelEn, n0.labelFr, n0.labelNl] WHERE toLower(name) STARTS WITH $p2) THEN 4 ELSE 1 END AS score1
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
    WITH n0, score1 * CASE WHEN any(name IN [n0.acronym, n0.labelEn, n0.labelFr, n0.labelNl] WHERE toLower(name) = $p2) THEN 10 WHEN toLower(n0.acronym) STARTS WITH $p2 THEN 6 WHEN any(name IN [n0.acronym, n0.labelEn, n0.labelFr, n0.labelNl] WHERE toLower(name) STARTS WITH $p2) THEN 4 ELSE 1 END AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN { `node`: n0 { `__typename`: 'Institution', .id } }
  }
} AS value
