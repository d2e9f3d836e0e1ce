import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { expect, it } from "vitest";

// Vitest runs in src/Pulse.Web.
const schemaFile = resolve("src/api/schema.d.ts");

type Json = Record<string, unknown>;

/** The API document with one more platform: the routes and schemas of the first one under another name, with a field of its own. */
async function withSecondPlatform(): Promise<Json> {
  const document = JSON.parse(await readFile("../../docs/openapi.json", "utf8")) as { paths: Json; components: { schemas: Json } };
  const copy = (part: unknown) =>
    JSON.parse(
      JSON.stringify(part)
        .replaceAll("/api/vmware/", "/api/box/")
        .replaceAll("vmware_", "box_")
        .replaceAll("VmwareConnection", "BoxConnection")
        .replaceAll('"username"', '"apiKey"'),
    ) as Json;
  const own = (part: Json, prefix: string) => Object.fromEntries(Object.entries(part).filter(([name]) => name.startsWith(prefix)));
  Object.assign(document.paths, copy(own(document.paths, "/api/vmware/")));
  Object.assign(document.components.schemas, copy(own(document.components.schemas, "Vmware")));
  return document as unknown as Json;
}

it("compiles with a second platform in the API document", { timeout: 300_000 }, async () => {
  const schema = astToString(await openapiTS((await withSecondPlatform()) as never, { defaultNonNullable: false }));
  expect(schema).toContain('"/api/box/connections/{id}/test"');
  expect(schema).toContain("BoxConnectionPatch");

  const { options, fileNames } = ts.parseJsonConfigFileContent(ts.readConfigFile("tsconfig.json", ts.sys.readFile).config, ts.sys, ".");
  const sources = fileNames.filter((name) => !/\.test\.tsx?$/.test(name));
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (name, target, ...rest) =>
    resolve(name) === schemaFile ? ts.createSourceFile(name, schema, target) : read(name, target, ...rest);
  const faults = ts
    .getPreEmitDiagnostics(ts.createProgram(sources, options, host))
    .map((fault) => `${fault.file?.fileName}: ${ts.flattenDiagnosticMessageText(fault.messageText, "\n")}`);
  expect(faults).toEqual([]);
});
