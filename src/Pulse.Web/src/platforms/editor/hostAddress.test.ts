import { expect, it } from "vitest";
import { parseHost, takeApart } from "./hostAddress";
import cases from "./hostCases.json";

// The same cases are a test of the API.
it.each(cases.map((row) => [row.typed, row] as const))("reads %j as Pulse does", (typed, { typed: _, word, ...expected }) => {
  const address = parseHost(typed);
  expect(typeof address === "string" ? address : { ...address, typed: undefined }).toEqual(word ?? { ...expected, typed: undefined });
});

it.each([
  ["https://vcsa.lab.example:8443/ui/#home", { typed: "vcsa.lab.example", host: "vcsa.lab.example", port: 8443, useHttps: true }],
  ["Bücher.example:9443", { typed: "Bücher.example", host: "xn--bcher-kva.example", port: 9443 }],
])("takes apart %s", (text, parts) => {
  expect(takeApart(text)).toEqual(parts);
});

it.each(["", "vcsa.lab.example", "192.0.2.7", "2001:db8::7", "[2001:db8::7]", "vcsa:", "https://", "admin@vcsa:443"])(
  "leaves as it is: %s",
  (text) => {
    expect(takeApart(text)).toBeNull();
  },
);
