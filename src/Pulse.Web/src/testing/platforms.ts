import type { Platform } from "../api/platforms";
import served from "./platforms.json";

/** The platforms of Pulse: a test of the server compares this file with them. */
export const platforms = served as Platform[];

export const vmware = platforms.find((platform) => platform.key === "vmware") as Platform;
