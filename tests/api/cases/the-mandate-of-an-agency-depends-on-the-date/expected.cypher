RETURN head(COLLECT {
  MATCH (n0:Institution)
  WHERE n0.id = $p0
  RETURN n0 {
    `mandates`: {
      `edges`: COLLECT {
        MATCH (n0)<-[r1:GOVERNS]-(n2)
        WHERE (r1.unbounded OR (r1.rank <> 'DEPRECATED' AND (r1.validFrom IS NULL OR r1.validFrom <= $p2) AND (r1.validTo IS NULL OR r1.validTo > $p2)))
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
        WHERE (r1.unbounded OR (r1.rank <> 'DEPRECATED' AND (r1.validFrom IS NULL OR r1.validFrom <= $p2) AND (r1.validTo IS NULL OR r1.validTo > $p2)))
        WITH r1, n2
        ORDER BY n2.id, r1.id LIMIT $p1
        RETURN { `node`: n2 { .celex } }
      }
    }
  } LIMIT 1
}) AS value
