import type { Connection, FieldSetting } from "../api/connections";
import type { Platform, PlatformField } from "../api/platforms";
import { isolated } from "../ui/isolated";
import { bytes } from "../ui/size";

type Observed = NonNullable<Connection["observed"]>;

/** The label of a step; a step that is not declared keeps its name. */
export const stepLabel = (platform: Platform, name: string): string => platform.steps.find((step) => step.name === name)?.label ?? name;

/** The value of a field as people read it; empty if there is none. Secrets are not known here. */
export function fieldText(field: PlatformField, value: FieldSetting): string {
  if (field.kind === "switch") {
    return value === true ? "yes" : "no";
  }
  const text = typeof value === "string" ? value : "";
  return field.kind === "choice" ? (field.choices.find((choice) => choice.value === text)?.label ?? text) : text;
}

/** A count that a system has, with the noun for that number. */
export interface ShownCount {
  member: string;
  count: number;
  noun: string;
}

/** The counts that the platform declares and the system has, in the declared order. */
export const countsOf = (platform: Platform, observed: Observed): ShownCount[] =>
  platform.counts.flatMap(({ member, singular, plural }) => {
    const count = (observed as unknown as Record<string, unknown>)[member];
    return typeof count === "number" ? [{ member, count, noun: count === 1 ? singular : plural }] : [];
  });

/** The same in a sentence: `12 hosts, 1 VM`. */
export const countsText = (platform: Platform, observed: Observed): string =>
  countsOf(platform, observed)
    .map(({ count, noun }) => `${count} ${noun}`)
    .join(", ");

/** The platform's own facts about a system, in the declared order: its details, then the counts of its topology. */
export function factsOf(platform: Platform, observed: Observed): { label: string; value: string }[] {
  const details = platform.details.flatMap((detail) => {
    const value = shown(detail, observed.details[detail.name]);
    return value === null ? [] : [{ label: detail.label, value }];
  });
  const topology = platform.topology.flatMap(({ name, label }) => {
    const count = observed.topology[name];
    return count === undefined ? [] : [{ label, value: String(count) }];
  });
  return [...details, ...topology];
}

/** A detail as people read it; null if it is missing or not a single value. */
function shown(detail: Platform["details"][number], value: unknown): string | null {
  if (typeof value === "boolean" && detail.format === "yes_no") {
    return value ? "yes" : "no";
  }
  if (typeof value === "number" && detail.format === "bytes") {
    return bytes(value);
  }
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    return null;
  }
  const text = String(value);
  return text === "" ? null : isolated(detail.meanings?.[text] ?? text);
}
