import type { Handler } from './listen.ts'

/** A page for who opens the service in a browser: what it is and where its parts are. */
export function homePage(): Handler {
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pacta</title>
<h1>Pacta</h1>
<p>A knowledge graph of public commitments: who handles which obligation, on what legal basis, by when, and where that is written.</p>
<p>GraphQL is at <code>/graphql</code>: send a POST with a JSON body <code>{"query": "…"}</code>. Its health is at <code>/health/ready</code>.</p>
</html>
`
  return async (_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Security-Policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
    response.end(page)
  }
}
