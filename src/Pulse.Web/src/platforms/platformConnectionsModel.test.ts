import { describe, expect, it } from "vitest";
import { actionOf, addPath, duplicatePath, editPath, listPath, platformTabs } from "./platformConnectionsModel";

const rest = (path: string) => path.slice(listPath("vmware").length + 1);

describe("an address", () => {
  it("names the list, the form of a new connection, of a saved one, and of a copy", () => {
    expect(listPath("vmware")).toBe("/settings/infrastructure/platforms/vmware");
    expect(actionOf(undefined)).toEqual({ kind: "list" });
    expect(actionOf(rest(listPath("vmware")))).toEqual({ kind: "list" });
    expect(actionOf(rest(addPath("vmware")))).toEqual({ kind: "add" });
    expect(actionOf(rest(editPath("vmware", "one")))).toEqual({ kind: "edit", id: "one" });
    expect(actionOf(rest(duplicatePath("vmware", "one")))).toEqual({ kind: "duplicate", id: "one" });
  });

  it.each(["one", "add/more", "one/delete", "one/edit/more", "edit"])("means nothing when nobody knows it: %s", (unknown) => {
    expect(actionOf(unknown)).toBeNull();
  });

  it("may end with a slash", () => {
    expect(actionOf("add/")).toEqual({ kind: "add" });
    expect(actionOf("/")).toEqual({ kind: "list" });
  });
});

it("offers VMware, and shows what is to come", () => {
  expect(platformTabs.map((tab) => [tab.label, tab.platform !== undefined])).toEqual([
    ["VMware", true],
    ["TrueNAS", false],
    ["Proxmox", false],
  ]);
});
