import { describe, expect, it } from "vitest";
import { basePath, withoutBase } from "./basePath";

describe("the base path", () => {
  it("is empty where the page does not name one", () => {
    expect(basePath).toBe("");
  });

  it.each([
    ["/pulse/settings/access", "/pulse", "/settings/access"],
    ["/pulse", "/pulse", "/"],
    ["/pulse/", "/pulse", "/"],
    ["/pulses/settings", "/pulse", "/pulses/settings"],
    ["/settings", "", "/settings"],
  ])("is taken off %s", (path, base, rest) => {
    expect(withoutBase(path, base)).toBe(rest);
  });
});
