import { pasted } from "./pasted";

const around = /^[\s"']*(?:sha-?(?:256|1)(?![0-9a-f]))?[\s:]*(?:(?:finger|thumb)print)?[\s:=]*|[\s"',;.]+$/gi;

/** A thumbprint as people copy it, in the form that Pulse stores, by the rules of Pulse; null if it is not a thumbprint. */
export function parseThumbprint(text: string): string | null {
  const digits = pasted(text)
    .replace(around, "")
    .replace(/[:\s\p{Pd}]/gu, "")
    .toUpperCase();
  return /^([0-9A-F]{40}|[0-9A-F]{64})$/.test(digits) ? (digits.match(/../g) ?? []).join(":") : null;
}
