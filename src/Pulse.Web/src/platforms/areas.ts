import type { Connection } from "../api/connections";

/** A kind of thing that a connection contributes, by the member that counts it. */
export type CountName = "agentCount" | "vmCount" | "storageCount";

/**
 * Where the contributed things are looked at. An area that comes to Pulse puts its address here, and every card hands over
 * to it; until then the count is only a number.
 */
export const areas: Partial<Record<CountName, (connection: Connection) => string>> = {};
