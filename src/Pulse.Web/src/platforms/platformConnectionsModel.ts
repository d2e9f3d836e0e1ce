import type { Platform, PlatformKey } from "../api/platforms";

/** The platform of a tab: one that Pulse serves, or a planned one. */
export interface PlatformTab {
  key: string;
  label: string;
  /** Missing for a planned platform. */
  platform?: Platform;
}

/** The planned platforms. A tab announces each until Pulse serves it. */
const announced: readonly PlatformTab[] = [
  { key: "truenas", label: "TrueNAS" },
  { key: "proxmox", label: "Proxmox" },
];

/** The tabs: the platforms in the order of Pulse, then the planned ones. */
export const tabsOf = (platforms: readonly Platform[]): PlatformTab[] => [
  ...platforms.map((platform) => ({ key: platform.key, label: platform.shortName, platform })),
  ...announced.filter((tab) => platforms.every((platform) => platform.key !== tab.key)),
];

export const platformsPath = "/settings/infrastructure/platforms";

/** The dialog over the list: none, or the one in the address. */
export type PlatformAction = { kind: "list" } | { kind: "add" } | { kind: "edit"; id: string } | { kind: "duplicate"; id: string };

export const listPath = (platform: PlatformKey): string => `${platformsPath}/${platform}`;
export const addPath = (platform: PlatformKey): string => `${listPath(platform)}/add`;
export const editPath = (platform: PlatformKey, id: string): string => `${listPath(platform)}/${id}/edit`;
export const duplicatePath = (platform: PlatformKey, id: string): string => `${listPath(platform)}/${id}/duplicate`;

/** Reads the part of an address after the platform; null if it is not valid. */
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
