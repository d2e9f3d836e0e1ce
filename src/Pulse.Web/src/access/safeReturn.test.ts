import { expect, test } from "vitest";
import { safeReturn } from "./accessModel";

test("after signing in, the page that was asked for comes", () => {
  expect(safeReturn("/settings/access/audit", "/")).toBe("/settings/access/audit");
});

test.each([undefined, "", "https://evil.example/", "//evil.example/settings/", "/sign-in"])(
  "an address elsewhere is not followed: %s",
  (to) => {
    expect(safeReturn(to, "/settings/")).toBe("/settings/");
  },
);
