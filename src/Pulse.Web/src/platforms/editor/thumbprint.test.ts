import { expect, it } from "vitest";
import { parseThumbprint } from "./thumbprint";
import cases from "./thumbprintCases.json";

// The same cases are a test of the API.
it.each(cases.map((row) => [row.typed, row.kept] as const))("reads %j as Pulse does", (typed, kept) => {
  expect(parseThumbprint(typed)).toBe(kept);
});
