import { type Connection, fieldOf, type PollState } from "../../api/connections";
import type { Platform } from "../../api/platforms";

/** The searched text, and the state; `all` means any state. */
export interface ListFilter {
  text: string;
  state: PollState | "all";
}

/** From this number of connections on, a search is faster than reading the list. */
export const filterFrom = 10;

const urgency: Readonly<Record<PollState, number>> = { suspended: 0, failing: 1, degraded: 2, healthy: 3, pending: 3, paused: 3 };

/** Whether the connection needs action. */
export const needsYou = (connection: Connection): boolean => urgency[connection.poll.state] < 3;

const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Connections that need action come first, then all by name. */
export function inOrder(connections: readonly Connection[]): Connection[] {
  return [...connections].sort((a, b) => urgency[a.poll.state] - urgency[b.poll.state] || byName.compare(a.name, b.name));
}

/** The connections that match the filter: by name, endpoint, texts of the platform, or name and version of the system. */
export function matching(connections: readonly Connection[], filter: ListFilter, platform: Platform): Connection[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return connections.filter((connection) => {
    if (filter.state !== "all" && connection.poll.state !== filter.state) {
      return false;
    }
    const text = [
      connection.name,
      endpointOf(connection),
      ...platform.fields.filter((field) => field.kind === "text").map((field) => fieldOf(connection, field.name)),
      connection.observed?.systemName,
      connection.observed?.version,
    ]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** `host:port`, with brackets around an IPv6 address. */
export const endpointOf = (target: { host: string; port: number }): string =>
  `${target.host.includes(":") ? `[${target.host}]` : target.host}:${target.port}`;

/** The action that most likely helps; none if no action is needed. */
export function likelyAction(connection: Connection): "edit" | "test" | "resume" | null {
  const { state, lastError } = connection.poll;
  if (state === "paused") {
    return "resume";
  }
  if (state === "suspended" || lastError?.category === "auth_invalid" || lastError?.category === "secret_unreadable") {
    return "edit";
  }
  return state === "failing" || state === "degraded" ? "test" : null;
}
