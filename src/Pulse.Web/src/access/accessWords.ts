import Ban from "lucide-solid/icons/ban";
import CircleCheck from "lucide-solid/icons/circle-check";
import CircleDot from "lucide-solid/icons/circle-dot";
import CirclePause from "lucide-solid/icons/circle-pause";
import CircleX from "lucide-solid/icons/circle-x";
import Clock from "lucide-solid/icons/clock";
import Lock from "lucide-solid/icons/lock";
import type { ApiToken } from "../api/access";
import type { StateLook } from "../ui/StateWord";

/** The scopes of a token, with their meaning. */
export const scopes = [
  { key: "settings:read", opens: "See the connections, their state and the audit trail." },
  { key: "settings:write", opens: "Add, change, test and delete connections." },
  { key: "monitoring:read", opens: "For the future monitoring area. It allows nothing yet." },
] as const;

/** The lifetimes of a token. No number of days means no end. */
export const lifetimes = [
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "1 year" },
  { days: null, label: "No expiry" },
] as const;

export type TokenState = "active" | "expired" | "revoked";

/** Whether a token is still valid, at a time of Pulse's clock. */
export function tokenState(token: ApiToken, now: number): TokenState {
  if (token.revokedAt !== null) {
    return "revoked";
  }
  return token.expiresAt !== null && Date.parse(token.expiresAt) <= now ? "expired" : "active";
}

export const tokenLooks: Readonly<Record<TokenState, StateLook>> = {
  active: { tone: "good", icon: CircleCheck, word: "Active" },
  expired: { tone: "idle", icon: Clock, word: "Expired" },
  revoked: { tone: "idle", icon: Ban, word: "Revoked" },
};

/** The actions of the audit trail, in the order of the filter. An action that can be refused is a noun: it may not have happened. */
const actions: Readonly<Record<string, string>> = {
  connection_created: "Connection created",
  connection_updated: "Connection changed",
  connection_paused: "Connection paused",
  connection_resumed: "Connection resumed",
  connection_deleted: "Connection deleted",
  connection_tested: "Connection tested",
  overlay_tested: "Change tested before saving",
  draft_tested: "New connection tested before saving",
  secret_sent_to_new_endpoint: "Stored secret sent to another address",
  secret_sent_to_new_endpoint_allowed: "Stored secret allowed to another address",
  token_create: "API token created",
  token_revoke: "API token revoked",
  sign_in: "Sign-in",
  sign_out: "Sign-out",
  sign_out_everywhere: "Sign-out everywhere",
  password_change: "Password change",
  setup: "Setup",
};

const outcomes: Readonly<Record<string, StateLook>> = {
  succeeded: { tone: "good", icon: CircleCheck, word: "Succeeded" },
  failed: { tone: "bad", icon: CircleX, word: "Failed" },
  refused: { tone: "bad", icon: Ban, word: "Refused" },
  held: { tone: "warning", icon: CirclePause, word: "Held back" },
  locked: { tone: "warning", icon: Lock, word: "Locked" },
};

export const actionKeys: readonly string[] = Object.keys(actions);
export const outcomeKeys: readonly string[] = Object.keys(outcomes);

/** A word that this page does not know is shown unchanged: a newer Pulse may have written it. */
export const actionWords = (action: string): string => actions[action] ?? action;

export const outcomeLook = (outcome: string): StateLook => outcomes[outcome] ?? { tone: "idle", icon: CircleDot, word: outcome };
