import { describe, expect, it } from "vitest";
import { accessTabOf, safeReturn } from "./accessModel";

describe("the page after signing in", () => {
  it.each(["/settings/access/audit?action=sign_in", "/settings/infrastructure/platforms/vmware"])("is the one asked for: %s", (to) => {
    expect(safeReturn(to, "/fallback")).toBe(to);
  });

  it.each([
    undefined,
    "",
    "/",
    "/sign-in",
    "//evil.example/settings/",
    "https://evil.example/settings/",
    "javascript:alert(1)",
    "/\\evil.example",
  ])("is never another site or the sign-in itself: %s", (to) => {
    expect(safeReturn(to, "/fallback")).toBe("/fallback");
  });
});

describe("the tab of an address", () => {
  it("is the first one when the address names none", () => {
    expect(accessTabOf(undefined)).toBe("tokens");
    expect(accessTabOf("")).toBe("tokens");
  });

  it("is the named one, and none for a name that there is not", () => {
    expect(accessTabOf("audit")).toBe("audit");
    expect(accessTabOf("users")).toBeUndefined();
    expect(accessTabOf("audit/more")).toBeUndefined();
  });
});
