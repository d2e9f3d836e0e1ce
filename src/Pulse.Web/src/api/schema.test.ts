import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";
import { expect, it } from "vitest";

// Vitest runs in src/Pulse.Web.
const document = pathToFileURL("../../docs/openapi.json");
const generated = "src/api/schema.d.ts";

it("has the types of docs/openapi.json; else run `npm run api`", async () => {
  // The same call as the script `api` in package.json.
  const types = COMMENT_HEADER + astToString(await openapiTS(document, { defaultNonNullable: false }));
  const kept = await readFile(generated, "utf8");
  expect(kept === types, "src/api/schema.d.ts is stale: run `npm run api` in src/Pulse.Web, and commit what it writes.").toBe(true);
});
