RETURN head([found4 IN [COLLECT {
  MATCH (n0:Commitment)-[r2:ABOUT]->(n1:Theme)
  WHERE n1.id IN $p1
    AND coalesce(r2.unbounded, CASE WHEN r2.rank = 'DEPRECATED' OR r2.validFrom > $p2 OR r2.validTo <= $p2 THEN false ELSE true END)
  WITH DISTINCT n0
  RETURN n0
}] | head([rows3 IN [COLLECT {
  UNWIND found4 AS n0
  WITH n0
  ORDER BY n0.deadline IS NULL, n0.deadline DESC, n0.id LIMIT $p0
  RETURN {
    cursor: coalesce(toString(n0.deadline), '') + '~' + toString(n0.id),
    edge0: {
      `node`: n0 {
        .id,
        `deadline`: toString(n0.deadline),
        `themes`: {
          `totalCount`: COUNT {
            MATCH (n0)-[r7:ABOUT]->(n8)
            WHERE coalesce(r7.unbounded, CASE WHEN r7.rank = 'DEPRECATED' OR r7.validFrom > $p2 OR r7.validTo <= $p2 THEN false ELSE true END)
            RETURN r7
          },
          `edges`: COLLECT {
            MATCH (n0)-[r5:ABOUT]->(n6)
            WHERE coalesce(r5.unbounded, CASE WHEN r5.rank = 'DEPRECATED' OR r5.validFrom > $p2 OR r5.validTo <= $p2 THEN false ELSE true END)
            WITH r5, n6
            ORDER BY n6.id, r5.id LIMIT $p4
            RETURN { `node`: n6 { .id } }
          }
        }
      }
    }
  }
}] | {
  `totalCount`: size(found4),
  `pageInfo`: { `hasNextPage`: size(rows3) > $p3, `endCursor`: rows3[..$p3][-1].cursor },
  `edges`: [row IN rows3[..$p3] | row.edge0]
}])]) AS value

RETURN head([found3 IN [COLLECT {
  MATCH (n0:Commitment)-[r2:ABOUT]->()
  WHERE r2.toId IN $p1
    AND r2.fromDeadline >= $p2
    AND coalesce(r2.unbounded, CASE WHEN r2.rank = 'DEPRECATED' OR r2.validFrom > $p3 OR r2.validTo <= $p3 THEN false ELSE true END)
  WITH DISTINCT n0
  RETURN n0
}] | {
  `totalCount`: size(found3),
  `edges`: COLLECT {
    UNWIND found3 AS n0
    WITH n0
    ORDER BY n0.id LIMIT $p0
    RETURN { `node`: n0 { .id } }
  }
}]) AS value

RETURN head([found3 IN [COLLECT {
  MATCH (n0:Commitment)-[r2:ABOUT]->(n1:Theme)
  WHERE n1.id IN $p1
    AND coalesce(r2.unbounded, CASE WHEN r2.rank = 'DEPRECATED' OR r2.validFrom > $p2 OR r2.validTo <= $p2 THEN false ELSE true END)
  WITH DISTINCT n0
  RETURN n0
}] | {
  `totalCount`: size(found3),
  `edges`: COLLECT {
    UNWIND found3 AS n0
    WITH n0
    ORDER BY n0.id LIMIT $p0
    RETURN { `node`: n0 { .id } }
  }
}]) AS value
