import type { Connection } from "../api/connections";

/** A kind of object that a connection contributes, by the member with its count. */
export type CountName = "agentCount" | "vmCount" | "storageCount";

/**
 * The pages of the contributed objects. A new area of Pulse adds its address here, and every card then links to it; until then
 * the count is only a number.
 */
export const areas: Partial<Record<CountName, (connection: Connection) => string>> = {};
