RETURN head([rows2 IN [COLLECT {
  CALL () {
    WITH COLLECT {
      MATCH (n0:Commitment)
      WHERE n0.deadline >= $p2 AND (n0.deadline <> $p2 OR (n0.id > $p1))
      RETURN n0 ORDER BY n0.deadline, n0.id LIMIT $p0
    } AS found1
    UNWIND CASE WHEN size(found1) < $p0 THEN found1 + COLLECT {
      MATCH (n0:Commitment)
      WHERE n0.id > CASE WHEN $p2 IS NULL THEN $p1 ELSE '' END
        AND n0.deadline IS NULL
      RETURN n0 ORDER BY n0.id LIMIT $p0
    } ELSE found1 END AS n0
    RETURN n0
  }
  WITH n0 WHERE (n0.deadline > $p2 OR (n0.deadline = $p2 AND (n0.id > $p1)) OR ($p2 IS NOT NULL AND n0.deadline IS NULL) OR ($p2 IS NULL AND n0.deadline IS NULL AND (n0.id > $p1)))
  WITH n0
  ORDER BY n0.deadline, n0.id LIMIT $p0
  RETURN {
    cursor: coalesce(toString(n0.deadline), '') + '~' + toString(n0.id),
    edge0: {
      `cursor`: coalesce(toString(n0.deadline), '') + '~' + toString(n0.id),
      `node`: n0 { .id, `deadline`: toString(n0.deadline) }
    }
  }
}] | {
  `totalCount`: COUNT {
    MATCH (n3:Commitment)
    RETURN n3
  },
  `pageInfo`: {
    `hasNextPage`: size(rows2) > $p3,
    `hasPreviousPage`: true,
    `startCursor`: rows2[..$p3][0].cursor,
    `endCursor`: rows2[..$p3][-1].cursor
  },
  `edges`: [row IN rows2[..$p3] | row.edge0]
}]) AS value
