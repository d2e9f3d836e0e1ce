import { expect, it } from "vitest";
import type { Connection } from "../api/connections";
import { box, boxConnection } from "../testing/box";
import { connection } from "../testing/connections";
import { vmware } from "../testing/platforms";
import { countsOf, countsText, factsOf, stepLabel } from "./declared";

const seen = (of: Connection) => of.observed as NonNullable<Connection["observed"]>;
// The API document does not define the type of a detail.
const details = (values: Record<string, unknown>) => values as NonNullable<Connection["observed"]>["details"];

it("names a step as the platform does, and one that is not declared by its name", () => {
  expect(stepLabel(vmware, "vi_json_session")).toBe("Log in to the VI JSON API");
  expect(stepLabel(box, "vi_json_session")).toBe("vi_json_session");
});

it("counts what the platform has, singular and plural", () => {
  expect(countsText(vmware, seen(connection({ observed: { agentCount: 1, vmCount: 0, storageCount: 2 } })))).toBe(
    "1 host, 0 VMs, 2 datastores",
  );
  expect(countsText(box, seen(boxConnection()))).toBe("3 lids");
});

it("shows no count that is absent, and none that is not declared", () => {
  expect(countsText(vmware, seen(boxConnection()))).toBe("3 hosts");
  expect(countsOf(box, seen(connection())).map((each) => each.member)).toEqual(["agentCount"]);
  expect(countsText({ ...box, counts: [] }, seen(connection()))).toBe("");
});

it("tells the details and the topology by label, meaning and format, in the declared order", () => {
  const observed = seen(
    boxConnection({}, { topology: { shelves: 4, unknown: 1 }, details: details({ locked: false, space: 1536, colour: "r", other: "x" }) }),
  );
  expect(factsOf(box, observed)).toEqual([
    { label: "Colour", value: "Red, as a rose" },
    { label: "Space", value: "1.5 KiB" },
    { label: "Locked", value: "no" },
    { label: "Shelves", value: "4" },
  ]);
});

it("shows a value that has no meaning as it is, one of another kind too, and nothing of what is missing or no single value", () => {
  const facts = (values: Record<string, unknown>) =>
    factsOf(box, seen(boxConnection({}, { details: details(values) }))).map((each) => each.value);
  expect(facts({ colour: "green\u202e", locked: "maybe", space: "much" })).toEqual(["green", "much", "maybe"]);
  expect(facts({ colour: 7, locked: true })).toEqual(["7", "yes"]);
  expect(facts({ colour: "", space: null, locked: { by: "x" } })).toEqual([]);
});
