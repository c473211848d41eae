RETURN {
  `edges`: COLLECT {
    UNWIND ['search_fr'] AS index2
    CALL db.index.fulltext.queryNodes(index2, $p1) YIELD node AS n0
    WITH n0
    WHERE n0:Event
    WITH n0, n0.searchNames AS names3
    WITH n0, names3, size([word IN $p4 WHERE names3 CONTAINS word]) AS met4
    WITH n0, CASE WHEN met4 < size($p4) THEN 1 + 18 * met4 / size($p4)
      WHEN names3 CONTAINS $p3 THEN 100
      ELSE reduce(best = 19, near IN [name IN split(names3, '|') WHERE all(word IN $p4 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p2 THEN 60 ELSE 20 END + 39 * size($p2) / (size($p2) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN { `node`: n0 { `__typename`: 'Event', .id } }
  }
} AS value

RETURN {
  `totalCount`: COUNT {
    UNWIND ['search_fr'] AS index7
    CALL db.index.fulltext.queryNodes(index7, $p1) YIELD node AS n5
    WITH n5
    WHERE n5:Commitment
    RETURN n5
  }
} AS value

RETURN {
  `edges`: COLLECT {
    UNWIND ['search_en'] AS index2
    CALL db.index.fulltext.queryNodes(index2, $p1) YIELD node AS n0
    WITH n0
    WHERE n0:Commitment
    WITH n0, n0.searchNames AS names3
    WITH n0, names3, size([word IN $p4 WHERE names3 CONTAINS word]) AS met4
    WITH n0, CASE WHEN met4 < size($p4) THEN 1 + 18 * met4 / size($p4)
      WHEN names3 CONTAINS $p3 THEN 100
      ELSE reduce(best = 19, near IN [name IN split(names3, '|') WHERE all(word IN $p4 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p2 THEN 60 ELSE 20 END + 39 * size($p2) / (size($p2) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
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
    CALL db.index.fulltext.queryNodes(index2, $p1) YIELD node AS n0
    WITH DISTINCT n0
    WHERE n0:Institution
    WITH n0, n0.searchNames AS names3
    WITH n0, names3, size([word IN $p4 WHERE names3 CONTAINS word]) AS met4
    WITH n0, CASE WHEN met4 < size($p4) THEN 1 + 18 * met4 / size($p4)
      WHEN names3 CONTAINS $p3 THEN 100
      ELSE reduce(best = 19, near IN [name IN split(names3, '|') WHERE all(word IN $p4 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p2 THEN 60 ELSE 20 END + 39 * size($p2) / (size($p2) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN { `node`: n0 { `__typename`: 'Institution', .id } }
  }
} AS value

RETURN {
  `edges`: COLLECT {
    UNWIND ['search_fr'] AS index2
    CALL db.index.fulltext.queryNodes(index2, $p1) YIELD node AS n0
    WITH n0
    WHERE n0:Document|Passage|Commitment|Institution|LegalInstrument|InformationSystem|Event|Person|Place|Theme|ProgressReport|Claim
    WITH n0, n0.searchNames AS names3
    WITH n0, names3, size([word IN $p4 WHERE names3 CONTAINS word]) AS met4
    WITH n0, CASE WHEN met4 < size($p4) THEN 1 + 18 * met4 / size($p4)
      WHEN names3 CONTAINS $p3 THEN 100
      ELSE reduce(best = 19, near IN [name IN split(names3, '|') WHERE all(word IN $p4 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p2 THEN 60 ELSE 20 END + 39 * size($p2) / (size($p2) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
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
    CALL db.index.fulltext.queryNodes(index2, $p1) YIELD node AS n0
    WITH DISTINCT n0
    WHERE n0:Document|Passage|Commitment|Institution|LegalInstrument|InformationSystem|Event|Person|Place|Theme|ProgressReport|Claim
    WITH n0, n0.searchNames AS names3
    WITH n0, names3, size([word IN $p4 WHERE names3 CONTAINS word]) AS met4
    WITH n0, CASE WHEN met4 < size($p4) THEN 1 + 18 * met4 / size($p4)
      WHEN names3 CONTAINS $p3 THEN 100
      ELSE reduce(best = 19, near IN [name IN split(names3, '|') WHERE all(word IN $p4 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p2 THEN 60 ELSE 20 END + 39 * size($p2) / (size($p2) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
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
