import { describe, expect, it } from "vitest";
import { connection, failure, refusedPassword } from "../../testing/connections";
import { vmware } from "../../testing/platforms";
import { endpointOf, inOrder, likelyAction, matching, needsYou } from "./listModel";

const names = (connections: { name: string }[]) => connections.map((each) => each.name);

it("puts first what needs a person, and then goes by name, numbers as numbers", () => {
  const unordered = [
    connection({ name: "vCenter 10" }),
    connection({ name: "alpha", poll: { state: "paused" } }),
    connection({ name: "zeta", poll: { state: "suspended" } }),
    connection({ name: "vCenter 2", poll: { state: "pending" } }),
    connection({ name: "beta", poll: { state: "degraded" } }),
    connection({ name: "delta", poll: { state: "failing" } }),
    connection({ name: "Gamma", poll: { state: "failing" } }),
  ];
  expect(names(inOrder(unordered))).toEqual(["zeta", "delta", "Gamma", "beta", "alpha", "vCenter 2", "vCenter 10"]);
  expect(names(unordered)[0]).toBe("vCenter 10");
  expect(names(unordered.filter(needsYou))).toEqual(["zeta", "beta", "delta", "Gamma"]);
});

describe("the search", () => {
  const all = [
    connection({ name: "Primary", host: "vcsa-1.lab.example", username: "alice" }),
    connection({ name: "Staging", host: "2001:db8::7", port: 8443, poll: { state: "failing" }, observed: { version: "7.0.3" } }),
    connection({ name: "New", host: "vcsa-3.lab.example", poll: { state: "pending" }, observed: null }),
  ];
  const found = (text: string, state: "all" | "failing" = "all") => names(matching(all, { text, state }, vmware));

  it.each([
    ["", ["Primary", "Staging", "New"]],
    ["PRIM", ["Primary"]],
    ["vcsa-", ["Primary", "New"]],
    ["[2001:db8::7]:8443", ["Staging"]],
    ["alice", ["Primary"]],
    ["7.0.3", ["Staging"]],
    ["  example   new ", ["New"]],
    ["primary staging", []],
    ["********", []],
    ["undefined", []],
  ])("finds for '%s': %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("goes together with the state", () => {
    expect(found("", "failing")).toEqual(["Staging"]);
    expect(found("primary", "failing")).toEqual([]);
  });
});

it("writes an IPv6 address in brackets", () => {
  expect(endpointOf({ host: "vcsa.lab.example", port: 443 })).toBe("vcsa.lab.example:443");
  expect(endpointOf({ host: "2001:db8::7", port: 443 })).toBe("[2001:db8::7]:443");
});

it.each([
  ["healthy", null, null],
  ["pending", null, null],
  ["paused", null, "resume"],
  ["paused", refusedPassword(), "resume"],
  ["suspended", refusedPassword(), "edit"],
  ["suspended", null, "edit"],
  ["failing", refusedPassword(), "edit"],
  ["failing", failure({ category: "secret_unreadable" }), "edit"],
  ["failing", failure(), "test"],
  ["degraded", null, "test"],
] as const)("helps a %s connection", (state, lastError, action) => {
  expect(likelyAction(connection({ poll: { state, lastError } }))).toBe(action);
});
