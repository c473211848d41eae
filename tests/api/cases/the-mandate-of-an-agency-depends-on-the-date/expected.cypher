RETURN head(COLLECT {
  MATCH (n0:Institution)
  WHERE n0.id = $p0
  RETURN n0 {
    `mandates`: {
      `edges`: COLLECT {
        MATCH (n0)<-[r1:GOVERNS]-(n2)
        WHERE coalesce(r1.unbounded, CASE WHEN r1.rank = 'DEPRECATED' OR r1.validFrom > $p2 OR r1.validTo <= $p2 THEN false ELSE true END)
        WITH r1, n2
        ORDER BY n2.id, r1.id LIMIT $p1
        RETURN {
          `validFrom`: toString(r1.validFrom),
          `validTo`: toString(r1.validTo),
          `node`: n2 {
            .celex,
            `inForce`: (n2.dateEntryIntoForce <= $p2 AND (n2.dateEndOfValidity IS NULL OR n2.dateEndOfValidity >= $p2))
          }
        }
      }
    }
  } LIMIT 1
}) AS value

RETURN head(COLLECT {
  MATCH (n0:Institution)
  WHERE n0.id = $p0
  RETURN n0 {
    `mandates`: {
      `edges`: COLLECT {
        MATCH (n0)<-[r1:GOVERNS]-(n2)
        WHERE coalesce(r1.unbounded, CASE WHEN r1.rank = 'DEPRECATED' OR r1.validFrom > $p2 OR r1.validTo <= $p2 THEN false ELSE true END)
        WITH r1, n2
        ORDER BY n2.id, r1.id LIMIT $p1
        RETURN { `node`: n2 { .celex } }
      }
    }
  } LIMIT 1
}) AS value
