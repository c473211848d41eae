"""Reads every relationship of Pacta into a pandas data frame, page by page, and proves that none is missing.

    pip install -r requirements.txt
    PACTA_URL=http://127.0.0.1:4000 PACTA_KEY=... python relationships.py relationships.csv
"""

import os
import sys
from pathlib import Path

import pandas
from gql import Client, GraphQLRequest
from gql.transport.requests import RequestsHTTPTransport

DOCUMENT = Path(__file__).parents[2] / "documents" / "RelationshipsPage.graphql"


def connect():
    """A client of the service that the environment names."""
    key = os.environ.get("PACTA_KEY")
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    url = os.environ.get("PACTA_URL", "http://127.0.0.1:4000")
    return Client(transport=RequestsHTTPTransport(url=f"{url}/graphql", headers=headers, retries=3))


def read_relationships(client):
    """All relationships of one revision; begins anew when the graph changes meanwhile."""
    document = DOCUMENT.read_text(encoding="utf-8")
    while True:
        rows, after, revisions = [], None, set()
        while True:
            answer = client.execute(GraphQLRequest(document, variable_values={"after": after}))
            revisions.add(answer["revision"]["number"])
            page = answer["relationships"]
            rows += [edge["node"] for edge in page["edges"]]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                break
        if len(revisions) == 1:
            return pandas.json_normalize(rows)


def main():
    client = connect()
    frame = read_relationships(client)
    total = client.execute(GraphQLRequest("{ relationships { totalCount } }"))["relationships"]["totalCount"]
    if len(frame) != total or not frame["id"].is_unique:
        sys.exit(f"{len(frame)} rows were read, but there are {total}; run this again.")
    frame.to_csv(sys.argv[1] if len(sys.argv) > 1 else sys.stdout, index=False)
    print(frame.groupby("type").size().sort_values(ascending=False).to_string(), file=sys.stderr)


if __name__ == "__main__":
    main()
