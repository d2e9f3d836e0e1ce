import { type Connection, secretMask } from "../api/connections";
import type { Platform, PlatformField } from "../api/platforms";
import { connection, observed } from "./connections";

const field = (more: Partial<PlatformField> & Pick<PlatformField, "name" | "kind" | "label">): PlatformField => ({
  description: "",
  hint: null,
  placeholder: null,
  maxLength: 256,
  required: true,
  identifiesAccount: false,
  forbidden: null,
  choices: [],
  isOnByDefault: false,
  ...more,
});

/** A made-up platform with declarations that vCenter does not have: a choice, a switch, optional fields, HTTPS only, and one count. */
export const box: Platform = {
  key: "box",
  displayName: "Storage box",
  shortName: "Box",
  noun: "box",
  secretNoun: "key",
  introduction: "A test opens the box **once** and counts its lids.",
  notes: [],
  hostPlaceholder: "box.cellar.example",
  transport: { httpsPort: 8443, plainPort: null },
  fields: [
    field({ name: "apiKey", kind: "secret", label: "Key" }),
    field({ name: "pin", kind: "secret", label: "PIN", required: false, maxLength: 8 }),
    field({
      name: "site",
      kind: "text",
      label: "Site",
      required: false,
      maxLength: 20,
      forbidden: { characters: "/;", reason: "it parts a site from its building." },
    }),
    field({
      name: "size",
      kind: "choice",
      label: "Size",
      hint: "As it is written on the lid.",
      choices: [
        { value: "small", label: "Small box" },
        { value: "large", label: "Large box" },
      ],
    }),
    field({ name: "colour", kind: "choice", label: "Colour", required: false, choices: [{ value: "red", label: "Red" }] }),
    field({ name: "watched", kind: "switch", label: "Watch the lid", hint: "Tells of an open lid at once.", isOnByDefault: true }),
  ],
  loginLimits: null,
  steps: [
    { name: "find", label: "Find the box", sendsCredential: false, optional: false },
    { name: "open", label: "Open the box", sendsCredential: true, optional: false },
  ],
  counts: [{ kind: "agent", member: "agentCount", singular: "lid", plural: "lids" }],
  topology: [{ name: "shelves", label: "Shelves", description: "Shelves." }],
  details: [
    { name: "colour", label: "Colour", description: "The colour.", format: "text", meanings: { r: "Red, as a rose" } },
    { name: "space", label: "Space", description: "The space.", format: "bytes", meanings: {} },
    { name: "locked", label: "Locked", description: "Whether it is locked.", format: "yes_no", meanings: {} },
  ],
};

type Observed = NonNullable<Connection["observed"]>;

/** A saved box, whose system has only one of the shared counts. */
export function boxConnection(fields: Record<string, string | boolean | null> = {}, seen: Partial<Observed> = {}): Connection {
  const { username, password, ...shared } = connection({ name: "Cellar", host: "box.cellar.example", port: 8443 });
  const { agentCount, vmCount, storageCount, ...rest } = observed({ product: "Storage box", version: "2.1" });
  const own = { apiKey: secretMask, pin: null, site: null, size: "small", colour: null, watched: true, ...fields };
  return { ...shared, platform: box.key, ...own, observed: { ...rest, agentCount: 3, ...seen } };
}
