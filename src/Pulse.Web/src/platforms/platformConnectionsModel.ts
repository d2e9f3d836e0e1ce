import type { PlatformKey } from "../api/connections";
import type { PlatformUi } from "./platformUi";
import { vmware } from "./vmware/vmware";

/** What a tab of the shell shows: a platform that Pulse connects, or one that will come. */
export interface PlatformTab {
  key: string;
  label: string;
  /** Missing for a platform that is not there yet. */
  platform?: PlatformUi;
}

/** The tabs, in order. A provider adds its folder and one line here. */
export const platformTabs: readonly PlatformTab[] = [
  { key: vmware.key, label: vmware.label, platform: vmware },
  { key: "truenas", label: "TrueNAS" },
  { key: "proxmox", label: "Proxmox" },
];

export const platformsPath = "/settings/infrastructure/platforms";

/** What lies over the list: nothing, or the dialog that an address names. */
export type PlatformAction = { kind: "list" } | { kind: "add" } | { kind: "edit"; id: string } | { kind: "duplicate"; id: string };

export const listPath = (platform: PlatformKey): string => `${platformsPath}/${platform}`;
export const addPath = (platform: PlatformKey): string => `${listPath(platform)}/add`;
export const editPath = (platform: PlatformKey, id: string): string => `${listPath(platform)}/${id}/edit`;
export const duplicatePath = (platform: PlatformKey, id: string): string => `${listPath(platform)}/${id}/duplicate`;

/** Reads the part of an address behind the platform; null when it means nothing. */
export function actionOf(rest: string | undefined): PlatformAction | null {
  const parts = (rest ?? "").split("/").filter(Boolean);
  const [first, second] = parts;
  if (first === undefined) {
    return { kind: "list" };
  }
  if (first === "add" && parts.length === 1) {
    return { kind: "add" };
  }
  if (parts.length === 2 && (second === "edit" || second === "duplicate")) {
    return { kind: second, id: first };
  }
  return null;
}
