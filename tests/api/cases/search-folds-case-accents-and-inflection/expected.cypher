RETURN {
  `edges`: COLLECT {
    CALL () {
      WITH COLLECT {
        UNWIND [['search_fr', $p1]] AS search2
        CALL db.index.fulltext.queryNodes(search2[0], search2[1]) YIELD node AS n0
        WITH n0
        WHERE n0:Event
        WITH n0, n0.searchNames AS names3
        WITH n0, names3, size([word IN $p4 WHERE names3 CONTAINS word]) AS met4
        WITH n0, CASE WHEN met4 = 0 THEN 2
          WHEN met4 < size($p4) THEN 1 + 18 * met4 / size($p4)
          WHEN names3 CONTAINS $p3 THEN 100
          ELSE reduce(best = 19, near IN [name IN split(names3, '|') WHERE all(word IN $p4 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p2 THEN 60 ELSE 20 END + 39 * size($p2) / (size($p2) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
        RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
      } AS found7
      UNWIND CASE WHEN size(found7) < $p0 THEN found7 + COLLECT {
        UNWIND [['search_fr', $p5]] AS search5
        CALL db.index.fulltext.queryNodes(search5[0], search5[1]) YIELD node AS n0
        WITH n0
        WHERE n0:Event
        WITH n0, 1 AS score1
        RETURN [n0, score1] ORDER BY n0.id LIMIT $p0
      } ELSE found7 END AS hit6
      RETURN hit6
    }
    WITH hit6[0] AS n0, hit6[1] AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN { `node`: n0 { `__typename`: 'Event', .id } }
  }
} AS value

RETURN {
  `totalCount`: COUNT {
    UNWIND [['search_fr', $p6]] AS search10
    CALL db.index.fulltext.queryNodes(search10[0], search10[1]) YIELD node AS n8
    WITH n8
    WHERE n8:Commitment
    RETURN n8
  }
} AS value

RETURN {
  `edges`: COLLECT {
    CALL () {
      WITH COLLECT {
        UNWIND [['search_en', $p1]] AS search2
        CALL db.index.fulltext.queryNodes(search2[0], search2[1]) YIELD node AS n0
        WITH n0
        WHERE n0:Commitment
        WITH n0, n0.searchNames AS names3
        WITH n0, names3, size([word IN $p4 WHERE names3 CONTAINS word]) AS met4
        WITH n0, CASE WHEN met4 = 0 THEN 2
          WHEN met4 < size($p4) THEN 1 + 18 * met4 / size($p4)
          WHEN names3 CONTAINS $p3 THEN 100
          ELSE reduce(best = 19, near IN [name IN split(names3, '|') WHERE all(word IN $p4 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p2 THEN 60 ELSE 20 END + 39 * size($p2) / (size($p2) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
        RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
      } AS found7
      UNWIND CASE WHEN size(found7) < $p0 THEN found7 + COLLECT {
        UNWIND [['search_en', $p5]] AS search5
        CALL db.index.fulltext.queryNodes(search5[0], search5[1]) YIELD node AS n0
        WITH n0
        WHERE n0:Commitment
        WITH n0, 1 AS score1
        RETURN [n0, score1] ORDER BY n0.id LIMIT $p0
      } ELSE found7 END AS hit6
      RETURN hit6
    }
    WITH hit6[0] AS n0, hit6[1] AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN {
      `node`: n0 { `__typename`: 'Commitment', .id, `label`: coalesce(n0.labelEn, n0.labelFr, n0.labelNl) }
    }
  }
} AS value

RETURN {
  `edges`: COLLECT {
    CALL () {
      WITH COLLECT {
        UNWIND [['search_fr', $p1], ['search_en', $p2], ['search_nl', $p3]] AS search2
        CALL db.index.fulltext.queryNodes(search2[0], search2[1]) YIELD node AS n0
        WITH DISTINCT n0
        WHERE n0:Institution
        WITH n0, n0.searchNames AS names3
        WITH n0, names3, size([word IN $p6 WHERE names3 CONTAINS word]) AS met4
        WITH n0, CASE WHEN met4 = 0 THEN 2
          WHEN met4 < size($p6) THEN 1 + 18 * met4 / size($p6)
          WHEN names3 CONTAINS $p5 THEN 100
          ELSE reduce(best = 19, near IN [name IN split(names3, '|') WHERE all(word IN $p6 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p4 THEN 60 ELSE 20 END + 39 * size($p4) / (size($p4) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
        RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
      } AS found9
      UNWIND CASE WHEN size(found9) < $p0 THEN found9 + COLLECT {
        WITH COLLECT {
          UNWIND [['search_fr', $p1], ['search_en', $p2], ['search_nl', $p3]] AS search7
          CALL db.index.fulltext.queryNodes(search7[0], search7[1]) YIELD node AS n0
          WITH DISTINCT n0
          WHERE n0:Institution
          RETURN n0
        } AS named6
        UNWIND [['search_fr', $p7], ['search_en', $p8], ['search_nl', $p9]] AS search5
        CALL db.index.fulltext.queryNodes(search5[0], search5[1]) YIELD node AS n0
        WITH n0, named6 WHERE NOT n0 IN named6
        WITH DISTINCT n0
        WHERE n0:Institution
        WITH n0, 1 AS score1
        RETURN [n0, score1] ORDER BY n0.id LIMIT $p0
      } ELSE found9 END AS hit8
      RETURN hit8
    }
    WITH hit8[0] AS n0, hit8[1] AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN { `node`: n0 { `__typename`: 'Institution', .id } }
  }
} AS value

RETURN {
  `edges`: COLLECT {
    CALL () {
      WITH COLLECT {
        UNWIND [['search_fr', $p1]] AS search2
        CALL db.index.fulltext.queryNodes(search2[0], search2[1]) YIELD node AS n0
        WITH n0
        WITH n0, n0.searchNames AS names3
        WITH n0, names3, size([word IN $p4 WHERE names3 CONTAINS word]) AS met4
        WITH n0, CASE WHEN met4 = 0 THEN 2
          WHEN met4 < size($p4) THEN 1 + 18 * met4 / size($p4)
          WHEN names3 CONTAINS $p3 THEN 100
          ELSE reduce(best = 19, near IN [name IN split(names3, '|') WHERE all(word IN $p4 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p2 THEN 60 ELSE 20 END + 39 * size($p2) / (size($p2) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
        RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
      } AS found7
      UNWIND CASE WHEN size(found7) < $p0 THEN found7 + COLLECT {
        UNWIND [['search_fr', $p5]] AS search5
        CALL db.index.fulltext.queryNodes(search5[0], search5[1]) YIELD node AS n0
        WITH n0
        WITH n0, 1 AS score1
        RETURN [n0, score1] ORDER BY n0.id LIMIT $p0
      } ELSE found7 END AS hit6
      RETURN hit6
    }
    WITH hit6[0] AS n0, hit6[1] AS score1
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
    CALL () {
      WITH COLLECT {
        UNWIND [['search_fr', $p1], ['search_en', $p2], ['search_nl', $p3]] AS search2
        CALL db.index.fulltext.queryNodes(search2[0], search2[1]) YIELD node AS n0
        WITH DISTINCT n0
        WITH n0, n0.searchNames AS names3
        WITH n0, names3, size([word IN $p6 WHERE names3 CONTAINS word]) AS met4
        WITH n0, CASE WHEN met4 = 0 THEN 2
          WHEN met4 < size($p6) THEN 1 + 18 * met4 / size($p6)
          WHEN names3 CONTAINS $p5 THEN 100
          ELSE reduce(best = 19, near IN [name IN split(names3, '|') WHERE all(word IN $p6 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p4 THEN 60 ELSE 20 END + 39 * size($p4) / (size($p4) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
        RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
      } AS found9
      UNWIND CASE WHEN size(found9) < $p0 THEN found9 + COLLECT {
        WITH COLLECT {
          UNWIND [['search_fr', $p1], ['search_en', $p2], ['search_nl', $p3]] AS search7
          CALL db.index.fulltext.queryNodes(search7[0], search7[1]) YIELD node AS n0
          WITH DISTINCT n0
          RETURN n0
        } AS named6
        UNWIND [['search_fr', $p7], ['search_en', $p8], ['search_nl', $p9]] AS search5
        CALL db.index.fulltext.queryNodes(search5[0], search5[1]) YIELD node AS n0
        WITH n0, named6 WHERE NOT n0 IN named6
        WITH DISTINCT n0
        WITH n0, 1 AS score1
        RETURN [n0, score1] ORDER BY n0.id LIMIT $p0
      } ELSE found9 END AS hit8
      RETURN hit8
    }
    WITH hit8[0] AS n0, hit8[1] AS score1
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
