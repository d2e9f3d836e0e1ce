/** The page of the access rights. */
export const accessPath = "/settings/access";

/** Its tabs, in order. The key is the last part of the address. */
export const accessTabs = [
  { key: "tokens", label: "API tokens" },
  { key: "session", label: "Sessions" },
  { key: "audit", label: "Audit" },
] as const;

export type AccessTab = (typeof accessTabs)[number]["key"];

export const accessTabPath = (tab: AccessTab): string => `${accessPath}/${tab}`;

/** The tab of an address: the first one for the page itself, none for an address that names no tab. */
export function accessTabOf(part: string | undefined): AccessTab | undefined {
  return part === undefined || part === "" ? accessTabs[0].key : accessTabs.find((tab) => tab.key === part)?.key;
}

export const signInPath = "/sign-in";
export const setUpPath = "/setup";

/** The page after the sign-in: a page of Pulse itself, whatever the address says. */
export function safeReturn(to: string | undefined, fallback: string): string {
  return to?.startsWith("/settings/") ? to : fallback;
}
