RETURN {
  `edges`: COLLECT {
    CALL () {
      WITH COLLECT {
        UNWIND [['search_fr', $p4]] AS search3
        CALL db.index.fulltext.queryNodes(search3[0], search3[1]) YIELD node AS n0
        WITH n0
        WHERE n0:Event
        WITH n0, n0.searchNames AS names2
        WITH n0, CASE WHEN names2 CONTAINS $p2 THEN 100
          ELSE reduce(best = 19, near IN [name IN split(names2, '|') WHERE all(word IN $p3 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p1 THEN 60 ELSE 20 END + 39 * size($p1) / (size($p1) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
        RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
      } AS found10
      UNWIND CASE WHEN size(found10) < $p0 THEN found10 + COLLECT {
        CALL () {
          WITH COLLECT {
            UNWIND [['search_fr', $p5]] AS search5
            CALL db.index.fulltext.queryNodes(search5[0], search5[1]) YIELD node AS n0
            WITH n0
            WHERE n0:Event
            WITH n0, n0.searchNames AS met4
            WITH n0, size([word IN $p3 WHERE met4 CONTAINS word]) AS met4
            WITH n0, CASE met4 WHEN 0 THEN 2 WHEN size($p3) THEN 18 ELSE 1 + 18 * met4 / size($p3) END AS score1
            RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
          } AS found8
          UNWIND CASE WHEN size(found8) < $p0 THEN found8 + COLLECT {
            UNWIND [['search_fr', $p6]] AS search6
            CALL db.index.fulltext.queryNodes(search6[0], search6[1]) YIELD node AS n0
            WITH n0
            WHERE n0:Event
            WITH n0, 1 AS score1
            RETURN [n0, score1] ORDER BY n0.id LIMIT $p0
          } ELSE found8 END AS hit7
          RETURN hit7
        }
        RETURN hit7
      } ELSE found10 END AS hit9
      RETURN hit9
    }
    WITH hit9[0] AS n0, hit9[1] AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN { `node`: n0 { `__typename`: 'Event', .id } }
  }
} AS value

RETURN {
  `totalCount`: COUNT {
    UNWIND [['search_fr', $p7]] AS search13
    CALL db.index.fulltext.queryNodes(search13[0], search13[1]) YIELD node AS n11
    WITH n11
    WHERE n11:Commitment
    RETURN n11
  }
} AS value

RETURN {
  `edges`: COLLECT {
    CALL () {
      WITH COLLECT {
        UNWIND [['search_en', $p4]] AS search3
        CALL db.index.fulltext.queryNodes(search3[0], search3[1]) YIELD node AS n0
        WITH n0
        WHERE n0:Commitment
        WITH n0, n0.searchNames AS names2
        WITH n0, CASE WHEN names2 CONTAINS $p2 THEN 100
          ELSE reduce(best = 19, near IN [name IN split(names2, '|') WHERE all(word IN $p3 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p1 THEN 60 ELSE 20 END + 39 * size($p1) / (size($p1) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
        RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
      } AS found10
      UNWIND CASE WHEN size(found10) < $p0 THEN found10 + COLLECT {
        CALL () {
          WITH COLLECT {
            UNWIND [['search_en', $p5]] AS search5
            CALL db.index.fulltext.queryNodes(search5[0], search5[1]) YIELD node AS n0
            WITH n0
            WHERE n0:Commitment
            WITH n0, n0.searchNames AS met4
            WITH n0, size([word IN $p3 WHERE met4 CONTAINS word]) AS met4
            WITH n0, CASE met4 WHEN 0 THEN 2 WHEN size($p3) THEN 18 ELSE 1 + 18 * met4 / size($p3) END AS score1
            RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
          } AS found8
          UNWIND CASE WHEN size(found8) < $p0 THEN found8 + COLLECT {
            UNWIND [['search_en', $p6]] AS search6
            CALL db.index.fulltext.queryNodes(search6[0], search6[1]) YIELD node AS n0
            WITH n0
            WHERE n0:Commitment
            WITH n0, 1 AS score1
            RETURN [n0, score1] ORDER BY n0.id LIMIT $p0
          } ELSE found8 END AS hit7
          RETURN hit7
        }
        RETURN hit7
      } ELSE found10 END AS hit9
      RETURN hit9
    }
    WITH hit9[0] AS n0, hit9[1] AS score1
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
        UNWIND [['search_fr', $p4], ['search_en', $p5], ['search_nl', $p6]] AS search3
        CALL db.index.fulltext.queryNodes(search3[0], search3[1]) YIELD node AS n0
        WITH DISTINCT n0
        WHERE n0:Institution
        WITH n0, n0.searchNames AS names2
        WITH n0, CASE WHEN names2 CONTAINS $p2 THEN 100
          ELSE reduce(best = 19, near IN [name IN split(names2, '|') WHERE all(word IN $p3 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p1 THEN 60 ELSE 20 END + 39 * size($p1) / (size($p1) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
        RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
      } AS found14
      UNWIND CASE WHEN size(found14) < $p0 THEN found14 + COLLECT {
        CALL () {
          WITH COLLECT {
            WITH COLLECT {
              UNWIND [['search_fr', $p4], ['search_en', $p5], ['search_nl', $p6]] AS search7
              CALL db.index.fulltext.queryNodes(search7[0], search7[1]) YIELD node AS n0
              WITH DISTINCT n0
              WHERE n0:Institution
              RETURN n0
            } AS known6
            UNWIND [['search_fr', $p7], ['search_en', $p8], ['search_nl', $p9]] AS search5
            CALL db.index.fulltext.queryNodes(search5[0], search5[1]) YIELD node AS n0
            WITH n0, known6 WHERE NOT n0 IN known6
            WITH DISTINCT n0
            WHERE n0:Institution
            WITH n0, n0.searchNames AS met4
            WITH n0, size([word IN $p3 WHERE met4 CONTAINS word]) AS met4
            WITH n0, CASE met4 WHEN 0 THEN 2 WHEN size($p3) THEN 18 ELSE 1 + 18 * met4 / size($p3) END AS score1
            RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
          } AS found12
          UNWIND CASE WHEN size(found12) < $p0 THEN found12 + COLLECT {
            WITH COLLECT {
              UNWIND [['search_fr', $p13], ['search_en', $p14], ['search_nl', $p15]] AS search10
              CALL db.index.fulltext.queryNodes(search10[0], search10[1]) YIELD node AS n0
              WITH DISTINCT n0
              WHERE n0:Institution
              RETURN n0
            } AS known9
            UNWIND [['search_fr', $p10], ['search_en', $p11], ['search_nl', $p12]] AS search8
            CALL db.index.fulltext.queryNodes(search8[0], search8[1]) YIELD node AS n0
            WITH n0, known9 WHERE NOT n0 IN known9
            WITH DISTINCT n0
            WHERE n0:Institution
            WITH n0, 1 AS score1
            RETURN [n0, score1] ORDER BY n0.id LIMIT $p0
          } ELSE found12 END AS hit11
          RETURN hit11
        }
        RETURN hit11
      } ELSE found14 END AS hit13
      RETURN hit13
    }
    WITH hit13[0] AS n0, hit13[1] AS score1
    WITH n0, score1
    ORDER BY score1 DESC, n0.id LIMIT $p0
    RETURN { `node`: n0 { `__typename`: 'Institution', .id } }
  }
} AS value

RETURN {
  `edges`: COLLECT {
    CALL () {
      WITH COLLECT {
        UNWIND [['search_fr', $p4]] AS search3
        CALL db.index.fulltext.queryNodes(search3[0], search3[1]) YIELD node AS n0
        WITH n0
        WITH n0, n0.searchNames AS names2
        WITH n0, CASE WHEN names2 CONTAINS $p2 THEN 100
          ELSE reduce(best = 19, near IN [name IN split(names2, '|') WHERE all(word IN $p3 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p1 THEN 60 ELSE 20 END + 39 * size($p1) / (size($p1) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
        RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
      } AS found10
      UNWIND CASE WHEN size(found10) < $p0 THEN found10 + COLLECT {
        CALL () {
          WITH COLLECT {
            UNWIND [['search_fr', $p5]] AS search5
            CALL db.index.fulltext.queryNodes(search5[0], search5[1]) YIELD node AS n0
            WITH n0
            WITH n0, n0.searchNames AS met4
            WITH n0, size([word IN $p3 WHERE met4 CONTAINS word]) AS met4
            WITH n0, CASE met4 WHEN 0 THEN 2 WHEN size($p3) THEN 18 ELSE 1 + 18 * met4 / size($p3) END AS score1
            RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
          } AS found8
          UNWIND CASE WHEN size(found8) < $p0 THEN found8 + COLLECT {
            UNWIND [['search_fr', $p6]] AS search6
            CALL db.index.fulltext.queryNodes(search6[0], search6[1]) YIELD node AS n0
            WITH n0
            WITH n0, 1 AS score1
            RETURN [n0, score1] ORDER BY n0.id LIMIT $p0
          } ELSE found8 END AS hit7
          RETURN hit7
        }
        RETURN hit7
      } ELSE found10 END AS hit9
      RETURN hit9
    }
    WITH hit9[0] AS n0, hit9[1] AS score1
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
        UNWIND [['search_fr', $p4], ['search_en', $p5], ['search_nl', $p6]] AS search3
        CALL db.index.fulltext.queryNodes(search3[0], search3[1]) YIELD node AS n0
        WITH DISTINCT n0
        WITH n0, n0.searchNames AS names2
        WITH n0, CASE WHEN names2 CONTAINS $p2 THEN 100
          ELSE reduce(best = 19, near IN [name IN split(names2, '|') WHERE all(word IN $p3 WHERE name CONTAINS word) | CASE WHEN name STARTS WITH $p1 THEN 60 ELSE 20 END + 39 * size($p1) / (size($p1) + size(name))] | CASE WHEN near > best THEN near ELSE best END) END AS score1
        RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
      } AS found14
      UNWIND CASE WHEN size(found14) < $p0 THEN found14 + COLLECT {
        CALL () {
          WITH COLLECT {
            WITH COLLECT {
              UNWIND [['search_fr', $p4], ['search_en', $p5], ['search_nl', $p6]] AS search7
              CALL db.index.fulltext.queryNodes(search7[0], search7[1]) YIELD node AS n0
              WITH DISTINCT n0
              RETURN n0
            } AS known6
            UNWIND [['search_fr', $p7], ['search_en', $p8], ['search_nl', $p9]] AS search5
            CALL db.index.fulltext.queryNodes(search5[0], search5[1]) YIELD node AS n0
            WITH n0, known6 WHERE NOT n0 IN known6
            WITH DISTINCT n0
            WITH n0, n0.searchNames AS met4
            WITH n0, size([word IN $p3 WHERE met4 CONTAINS word]) AS met4
            WITH n0, CASE met4 WHEN 0 THEN 2 WHEN size($p3) THEN 18 ELSE 1 + 18 * met4 / size($p3) END AS score1
            RETURN [n0, score1] ORDER BY score1 DESC, n0.id LIMIT $p0
          } AS found12
          UNWIND CASE WHEN size(found12) < $p0 THEN found12 + COLLECT {
            WITH COLLECT {
              UNWIND [['search_fr', $p13], ['search_en', $p14], ['search_nl', $p15]] AS search10
              CALL db.index.fulltext.queryNodes(search10[0], search10[1]) YIELD node AS n0
              WITH DISTINCT n0
              RETURN n0
            } AS known9
            UNWIND [['search_fr', $p10], ['search_en', $p11], ['search_nl', $p12]] AS search8
            CALL db.index.fulltext.queryNodes(search8[0], search8[1]) YIELD node AS n0
            WITH n0, known9 WHERE NOT n0 IN known9
            WITH DISTINCT n0
            WITH n0, 1 AS score1
            RETURN [n0, score1] ORDER BY n0.id LIMIT $p0
          } ELSE found12 END AS hit11
          RETURN hit11
        }
        RETURN hit11
      } ELSE found14 END AS hit13
      RETURN hit13
    }
    WITH hit13[0] AS n0, hit13[1] AS score1
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
