import { type Connection, type ConnectionDraft, type ConnectionPatch, type FieldSetting, fieldOf, secretMask } from "../../api/connections";
import type { Platform, PlatformField } from "../../api/platforms";
import { parseHost } from "./hostAddress";
import { parseThumbprint } from "./thumbprint";

/** The check of the system's certificate. */
export type Trust = "verify" | "pin" | "skip";

/**
 * The values of the form: texts as typed, a switch as a truth value, a choice without a value as the empty text. A secret is null
 * while the stored one is kept; an empty text removes an optional secret.
 */
export interface FormValues {
  name: string;
  host: string;
  port: string;
  useHttps: boolean;
  trust: Trust;
  thumbprint: string;
  pollIntervalSeconds: string;
  enabled: boolean;
  fields: Record<string, FieldSetting>;
}

/** Whether HTTPS is the only possibility. */
export const isHttpsOnly = (platform: Platform): boolean => platform.transport.plainPort === null;

const defaultIntervalSeconds = 60;

/** The form of a new connection, with the defaults. */
export function emptyValues(platform: Platform): FormValues {
  return {
    name: "",
    host: "",
    port: String(platform.transport.httpsPort),
    useHttps: true,
    trust: "verify",
    thumbprint: "",
    pollIntervalSeconds: String(defaultIntervalSeconds),
    enabled: true,
    fields: Object.fromEntries(platform.fields.map((field) => [field.name, emptyOf(field)])),
  };
}

const emptyOf = (field: PlatformField): string | boolean => {
  if (field.kind === "switch") {
    return field.isOnByDefault;
  }
  return field.kind === "choice" && field.required ? (field.choices[0]?.value ?? "") : "";
};

/** The form of a saved connection. The form does not know a stored secret, only that there is one. */
export function valuesOf(connection: Connection, platform: Platform): FormValues {
  return {
    name: connection.name,
    host: connection.host,
    port: String(connection.port),
    useHttps: connection.useHttps || isHttpsOnly(platform),
    trust: connection.certificateThumbprint ? "pin" : connection.insecureSkipVerify ? "skip" : "verify",
    thumbprint: connection.certificateThumbprint ?? "",
    pollIntervalSeconds: String(connection.pollIntervalSeconds),
    enabled: connection.enabled,
    fields: Object.fromEntries(
      platform.fields.map((field) => {
        const stored = fieldOf(connection, field.name);
        return [field.name, field.kind === "secret" ? (stored === secretMask ? null : "") : (stored ?? emptyOf(field))];
      }),
    ),
  };
}

/** The form of a new connection that copies a saved one. Secrets are not copied: they never leave Pulse. */
export function duplicateOf(connection: Connection, platform: Platform): FormValues {
  const values = valuesOf(connection, platform);
  const secrets = platform.fields.filter((field) => field.kind === "secret").map((field) => [field.name, ""]);
  return { ...values, name: `${connection.name} (copy)`, fields: { ...values.fields, ...Object.fromEntries(secrets) } };
}

/** The settings of the form in the members of the API. Invalid values are sent as typed, so that Pulse refuses them in its words. */
export function settingsOf(values: FormValues, platform: Platform): Record<string, unknown> {
  const settings: Record<string, unknown> = {
    name: values.name.trim(),
    host: values.host.trim(),
    port: numberOf(values.port),
    useHttps: values.useHttps,
    insecureSkipVerify: values.useHttps && values.trust === "skip",
    certificateThumbprint: values.useHttps && values.trust === "pin" ? values.thumbprint.trim() || null : null,
    enabled: values.enabled,
    pollIntervalSeconds: numberOf(values.pollIntervalSeconds),
  };
  for (const field of platform.fields) {
    const value = values.fields[field.name] ?? null;
    if (field.kind !== "secret") {
      settings[field.name] = field.required || value === true || value === false || value?.trim() ? value : null;
    } else if (value !== null) {
      settings[field.name] = value;
    }
  }
  return settings;
}

/** All settings, for a connection that is not saved. */
export const draftOf = (values: FormValues, platform: Platform): ConnectionDraft =>
  settingsOf(values, platform) as unknown as ConnectionDraft;

/** The changes of a saved connection; null if there are none. */
export function patchOf(values: FormValues, base: Connection, platform: Platform): ConnectionPatch | null {
  const stored = base as unknown as Record<string, unknown>;
  const changed = Object.entries(settingsOf(values, platform)).filter(([member, value]) => {
    return member === "certificateThumbprint" ? pinOf(value) !== pinOf(stored[member]) : (value ?? "") !== (stored[member] ?? "");
  });
  return changed.length === 0 ? null : (Object.fromEntries(changed) as ConnectionPatch);
}

/** Whether saving or testing would send a stored secret to another endpoint than the one it was entered for. */
export function sendsSecretElsewhere(values: FormValues, base: Connection, platform: Platform): boolean {
  const keepsSecret = platform.fields.some((field) => field.kind === "secret" && values.fields[field.name] === null);
  const moved = hostOf(values.host) !== base.host || numberOf(values.port) !== base.port || values.useHttps !== base.useHttps;
  return keepsSecret && moved;
}

/** The address in the form. */
export const urlOf = (values: { host: string; port: string | number; useHttps: boolean }): string =>
  `${values.useHttps ? "https" : "http"}://${values.host.includes(":") ? `[${values.host}]` : values.host}:${values.port}`;

/** The host in the form that Pulse stores; an unreadable one stays unchanged. */
const hostOf = (text: string): string => {
  const address = parseHost(text);
  return typeof address === "string" ? text.trim() : address.host;
};

// An empty or wrong number is sent unchanged, so that the answer names it.
const numberOf = (text: string): number | string => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : text);

const pinOf = (thumbprint: unknown): string => parseThumbprint(String(thumbprint ?? "")) ?? String(thumbprint ?? "");
