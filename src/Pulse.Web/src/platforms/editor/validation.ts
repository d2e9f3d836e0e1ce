import { type Connection, type FieldSetting, fieldOf } from "../../api/connections";
import type { Platform, PlatformField } from "../../api/platforms";
import type { FormValues } from "./formValues";
import { parseHost } from "./hostAddress";
import { pasted } from "./pasted";
import { parseThumbprint } from "./thumbprint";
import words from "./validationWords.json";

/** The errors of the form, by the member of the API. */
export type FormErrors = Record<string, string[]>;

const say = (word: keyof typeof words, ...parts: (number | string)[]): string =>
  words[word].replace(/\{(\d)\}/g, (_, index) => String(parts[Number(index)]));

/**
 * The errors that this form finds without a request. The words are those of Pulse (a test compares them), which checks all values again
 * and more. `saving` is stricter: a test may run without the thumbprint, to see the certificate. An unchanged stored value
 * is never an error.
 */
export function errorsOf(values: FormValues, platform: Platform, saving: boolean, base: Connection | null = null): FormErrors {
  const errors: FormErrors = {};
  const add = (member: string, error: string | null) => {
    if (error) {
      errors[member] = [...(errors[member] ?? []), error];
    }
  };
  if (saving) {
    add("name", text(composed(values.name), 100));
  }
  add("host", host(values.host));
  add("port", wholeNumber(values.port, 1, 65_535));
  add("pollIntervalSeconds", wholeNumber(values.pollIntervalSeconds, 10, 86_400));
  if (values.useHttps && values.trust === "pin") {
    add("certificateThumbprint", thumbprint(values.thumbprint, saving));
  }
  for (const field of platform.fields) {
    const stored = base && fieldOf(base, field.name);
    for (const fault of faultsOf(field, values.fields[field.name] ?? null, stored)) {
      add(field.name, fault);
    }
  }
  return errors;
}

function faultsOf(field: PlatformField, value: FieldSetting, stored: FieldSetting): (string | null)[] {
  if (typeof value === "boolean" || (field.kind === "secret" && value === null)) {
    return [];
  }
  // A secret is used byte for byte: a blank at its end may belong to it.
  const typed = field.kind === "secret" ? (value ?? "").replace(/\s/g, "x") : composed(value ?? "").trim();
  if (typed === "") {
    return [field.required ? say("required") : null];
  }
  if (field.kind === "choice") {
    const isKnown = value === stored || field.choices.some((choice) => choice.value === value);
    return [isKnown ? null : say("oneOf", field.choices.map((choice) => choice.value).join(", "))];
  }
  return [text(typed, field.maxLength), field.kind === "secret" || value === stored ? null : forbidden(field, typed)];
}

function forbidden(field: PlatformField, value: string): string | null {
  const found = value.split("").find((character) => field.forbidden?.characters.includes(character));
  return field.forbidden && found !== undefined ? say("forbidden", found, field.forbidden.reason) : null;
}

/** The text as Pulse counts and stores it: a letter and its accent may come as two characters. limitCases.json tests both. */
const composed = (text: string): string => text.normalize("NFC");

function text(value: string, maxLength: number): string | null {
  const trimmed = value.trim();
  if (trimmed === "") {
    return say("required");
  }
  return trimmed.length > maxLength ? say("maxLength", maxLength) : null;
}

function host(value: string): string | null {
  if (pasted(value) === "") {
    return say("required");
  }
  const address = parseHost(value);
  return typeof address === "string" ? say(address) : null;
}

function wholeNumber(value: string, from: number, to: number): string | null {
  const number = /^\s*\d+\s*$/.test(value) ? Number(value) : Number.NaN;
  return number >= from && number <= to ? null : say("wholeNumber", from, to);
}

function thumbprint(value: string, saving: boolean): string | null {
  if (pasted(value) === "") {
    return saving ? "Enter it, or test and trust the certificate that the test shows." : null;
  }
  return parseThumbprint(value) ? null : say("thumbprint");
}
