import type { Connection } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { fieldText } from "../declared";
import type { FormValues } from "./formValues";
import { valuesOf } from "./formValues";

/** The side whose value is kept. */
export type Side = "theirs" | "mine";

/** A field with different values in the form and in the saved connection. */
export interface Difference {
  /** The place in the form: a member of {@link FormValues}, or `fields.` and the name of a platform's field. */
  key: string;
  label: string;
  was: string;
  theirs: string;
  mine: string;
  /** Only one side changed the field, so the choice is clear. */
  suggested: Side;
  /** Both sides changed the field. */
  both: boolean;
}

interface Row {
  key: string;
  label: string;
  of: (values: FormValues) => string;
}

const trustWords = { verify: "verified", pin: "pinned", skip: "not verified" } as const;

function rows(platform: Platform): Row[] {
  return [
    { key: "name", label: "Name", of: (values) => values.name.trim() },
    { key: "host", label: "Host", of: (values) => values.host.trim() },
    { key: "port", label: "Port", of: (values) => values.port },
    { key: "useHttps", label: "HTTPS", of: (values) => (values.useHttps ? "yes" : "no") },
    {
      key: "trust",
      label: "Certificate",
      of: (values) => (values.trust === "pin" ? `${trustWords.pin}: ${values.thumbprint}` : trustWords[values.trust]),
    },
    { key: "pollIntervalSeconds", label: "Poll interval", of: (values) => `${values.pollIntervalSeconds} s` },
    { key: "enabled", label: "Polled", of: (values) => (values.enabled ? "yes" : "paused") },
    ...platform.fields.map((field) => ({
      key: `fields.${field.name}`,
      label: field.label,
      of: (values: FormValues) => {
        const value = values.fields[field.name] ?? null;
        return field.kind === "secret"
          ? value === null
            ? "stored"
            : value === ""
              ? "none stored"
              : "newly entered"
          : fieldText(field, value);
      },
    })),
  ];
}

/** The fields in which the form differs from the connection that was saved meanwhile. */
export function differencesOf(base: Connection, theirs: Connection, mine: FormValues, platform: Platform): Difference[] {
  const before = valuesOf(base, platform);
  const saved = valuesOf(theirs, platform);
  return rows(platform)
    .map((row) => ({ row, was: row.of(before), theirs: row.of(saved), mine: row.of(mine) }))
    .filter((each) => each.theirs !== each.mine)
    .map(({ row, ...each }) => ({
      key: row.key,
      label: row.label,
      ...each,
      suggested: each.mine === each.was ? ("theirs" as const) : ("mine" as const),
      both: each.mine !== each.was && each.theirs !== each.was,
    }));
}

/** The form with the chosen value of each field. */
export function merge(theirs: Connection, mine: FormValues, chosen: Readonly<Record<string, Side>>, platform: Platform): FormValues {
  const saved = valuesOf(theirs, platform);
  const take = <K extends keyof FormValues>(key: K): FormValues[K] => (chosen[key] === "theirs" ? saved[key] : mine[key]);
  return {
    name: take("name"),
    host: take("host"),
    port: take("port"),
    useHttps: take("useHttps"),
    trust: take("trust"),
    thumbprint: chosen.trust === "theirs" ? saved.thumbprint : mine.thumbprint,
    pollIntervalSeconds: take("pollIntervalSeconds"),
    enabled: take("enabled"),
    fields: Object.fromEntries(
      Object.entries(mine.fields).map(([name, value]) => [
        name,
        chosen[`fields.${name}`] === "theirs" ? (saved.fields[name] ?? null) : value,
      ]),
    ),
  };
}
