import type { JSX } from "solid-js";
import type { Connection, PlatformKey } from "../api/connections";

/** A field that a platform has beside the shared ones. Its value is a string. */
export interface PlatformField {
  name: string;
  label: string;
  kind: "text" | "secret";
  hint?: string;
  placeholder?: string;
  maxLength: number;
}

/** The fields of a platform, by name, as a form holds them. */
export type PlatformValues = Record<string, string>;

/** What a provider contributes to the shell: its fields and its words. Everything else is shared. */
export interface PlatformUi {
  key: PlatformKey;
  /** The name on its tab. */
  label: string;
  /** What one system is called in a sentence, e.g. `vCenter`. */
  noun: string;
  defaultPort: number;
  defaultPlainPort: number;
  hostPlaceholder: string;
  fields: readonly PlatformField[];
  /** The steps of a test in order, each with its name for people. */
  steps: Readonly<Record<string, string>>;
  /** Those of them that send the secret. */
  signInSteps: readonly string[];
  /** What the three shared counts are called, singular and plural. */
  counts: Readonly<Record<"agentCount" | "vmCount" | "storageCount", readonly [string, string]>>;
  /** What the members of `observed.topology` are called. */
  topology: Readonly<Record<string, string>>;
  /** The facts of `observed.details`, each with its name and what its value says. */
  details: (connection: Connection) => readonly { label: string; value: string }[];
  /** What an administrator has to know before the form is filled in. */
  notes: readonly string[];
  /** Before the first test: what Pulse will do, and what it needs. */
  introduction: () => JSX.Element;
}

/** What a secret of the platform is called in a sentence, e.g. `password`. */
export const secretWord = (platform: PlatformUi): string =>
  platform.fields.find((field) => field.kind === "secret")?.label.toLowerCase() ?? "secret";
