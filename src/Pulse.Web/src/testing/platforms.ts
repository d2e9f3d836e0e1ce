import type { Platform } from "../api/platforms";
import served from "./platforms.json";

/** What Pulse serves: a test there compares the file with it. */
export const platforms = served as Platform[];

export const vmware = platforms.find((platform) => platform.key === "vmware") as Platform;
