import { describe, expect, it } from "vitest";
import type { Platform } from "../api/platforms";
import { vmware } from "../testing/platforms";
import { actionOf, addPath, duplicatePath, editPath, listPath, tabsOf } from "./platformConnectionsModel";

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

describe("the tabs", () => {
  const shown = (platforms: Platform[]) => tabsOf(platforms).map((tab) => [tab.key, tab.label, tab.platform !== undefined]);

  it("are the platforms in the order in which they are served, and what is to come", () => {
    expect(shown([{ ...vmware, key: "box", shortName: "Box" }, vmware])).toEqual([
      ["box", "Box", true],
      ["vmware", "VMware", true],
      ["truenas", "TrueNAS", false],
      ["proxmox", "Proxmox", false],
    ]);
  });

  it("announce nothing that is there", () => {
    expect(shown([vmware, { ...vmware, key: "truenas", shortName: "TrueNAS" }])).toEqual([
      ["vmware", "VMware", true],
      ["truenas", "TrueNAS", true],
      ["proxmox", "Proxmox", false],
    ]);
  });
});
