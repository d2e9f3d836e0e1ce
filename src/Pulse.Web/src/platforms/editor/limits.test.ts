import { expect, it } from "vitest";
import { connection } from "../../testing/connections";
import { vmware } from "../../testing/platforms";
import { type FormValues, valuesOf } from "./formValues";
import cases from "./limitCases.json";
import { errorsOf } from "./validation";

type Case = { member: string; text?: string; times?: number; number?: number; error?: string };

const saved = valuesOf(connection(), vmware);

function typed({ member, text, times, number }: Case): FormValues {
  const value = number === undefined ? (text ?? "").repeat(times ?? 1) : String(number);
  return member in saved.fields ? { ...saved, fields: { ...saved.fields, [member]: value } } : { ...saved, [member]: value };
}

// The same cases are a test of the API.
it.each((cases as Case[]).map((row) => [row.member, row] as const))("limits %s as Pulse does: %j", (member, row) => {
  expect(errorsOf(typed(row), vmware, true)).toEqual(row.error ? { [member]: [row.error] } : {});
});
