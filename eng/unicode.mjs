// Writes the tables of src/Pulse.Access/Texts/Unicode from the files of the Unicode Character Database. See unicode.sh.
import { readFileSync, writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { createRequire } from "node:module";
import { join } from "node:path";

const [ucd, tr46, version, out, testsOut] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(join(ucd, `${name}.json`), "utf8"))[name];

const write = (name, what, lines) =>
  writeFileSync(
    join(out, name),
    [`# ${what}`, `# From the Unicode Character Database ${version} by eng/unicode.sh. License: LICENSE.txt beside this file.`, ...lines, ""].join("\n"),
  );

const excluded = new Set(
  read("DerivedNormalizationProps")
    .filter((row) => row.property === "Full_Composition_Exclusion")
    .flatMap(({ range: [from, to] }) => {
      const first = Number.parseInt(from, 16);
      return Array.from({ length: Number.parseInt(to ?? from, 16) - first + 1 }, (_, index) => first + index);
    }),
);

const characters = read("UnicodeData");
const normalization = characters.flatMap((row) => {
  const text = row.characterDecompositionMapping ?? "";
  const canonical = text.startsWith("<") ? "" : text;
  const combining = Number(row.canonicalCombiningClass ?? 0);
  if (combining === 0 && canonical === "") {
    return [];
  }
  const mark = canonical !== "" && excluded.has(Number.parseInt(row.codepoint, 16)) ? "!" : "";
  return [`${row.codepoint};${combining};${canonical}${mark}`];
});
write("normalization.txt", "Code point; canonical combining class; canonical decomposition, with ! where it is not composed again.", normalization);

const folding = read("CaseFolding").filter((row) => row.status === "C" || row.status === "F");
write("case-folding.txt", "Code point; what it is without regard to case.", folding.map((row) => `${row.codepoint};${[row.mapping].flat().join(" ")}`));

const hex = (point) => point.toString(16).toUpperCase().padStart(4, "0");
const range = (from, to) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`);
const joined = (rows) => {
  const merged = [];
  for (const [from, to, value] of rows) {
    const last = merged.at(-1);
    if (last && last[2] === value && last[1] + 1 === from) {
      last[1] = to;
    } else {
      merged.push([from, to, value]);
    }
  }
  return merged;
};

// Status 1 is mapped, 2 valid, 6 a deviation, which browsers take as it is, 7 ignored. The two joiners are removed before.
const joiners = new Set([0x200c, 0x200d]);
const prepared = JSON.parse(readFileSync(join(tr46, "lib/mappingTable.json"), "utf8"))
  .map(([points, status, mapping]) => [[points].flat()[0], [points].flat().at(-1), status, mapping])
  .filter(([from, , status]) => [1, 2, 6, 7].includes(status) && !joiners.has(from))
  .map(([from, to, status, mapping]) => [from, to, status === 1 ? [...mapping].map((each) => hex(each.codePointAt(0))).join(" ") : status === 7 ? "" : "="]);
write(
  "idna.txt",
  "UTS 46: code points; what they become in a host name, or = for themselves. What is not here is not allowed.",
  joined(prepared.map(([from, to, value]) => (value === "=" || value === "" ? [from, to, value] : [from, to, `${value}`]))).map(([from, to, value]) => `${range(from, to)};${value}`),
);

const bidi = [];
for (const row of characters) {
  const point = Number.parseInt(row.codepoint, 16);
  const opened = bidi.at(-1)?.open ? bidi.pop() : null;
  const entry = [opened ? opened[0] : point, point, row.bidirectionalCategory];
  entry.open = row.name.endsWith(", First>");
  bidi.push(entry);
}
write(
  "bidi.txt",
  "Code points; bidirectional class. What is not here is L, written from left to right.",
  joined(bidi.filter(([, , value]) => value !== "L")).map(([from, to, value]) => `${range(from, to)};${value}`),
);

// Unicode's own test, reduced to the columns that speak of NFC, compressed: it is 2 MB otherwise.
const tests = read("NormalizationTest")
  .filter((row) => row.NFCSequence)
  .map((row) => [row.sourceSequence, row.NFCSequence, row.NFDSequence].map((sequence) => sequence.join(" ")).join(";"));
writeFileSync(join(testsOut, "NormalizationTest.deflated"), deflateRawSync(tests.join("\n"), { level: 9 }));

// What another implementation, the one of jsdom, makes of host names: at both ends of each row, each mapped one, and 4,000
// names put together from them by a fixed seed.
// Only characters that both packages know: the one may be of a newer Unicode than the other.
const known = new Set(characters.map((row) => Number.parseInt(row.codepoint, 16)));
const points = [...new Set(prepared.flatMap(([from, to]) => [from - 1, from, to, to + 1]))].filter((point) => point > 0x7f && known.has(point) && !(point >= 0xd800 && point <= 0xdfff) && !joiners.has(point));
const { toASCII } = createRequire(import.meta.url)(tr46);
const rules = { checkBidi: true, checkJoiners: true };
let seed = 20261125;
const pick = (list) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return list[(seed >>> 8) % list.length];
};
const names = [
  ...points.map((point) => String.fromCodePoint(point)),
  ...points.map((point) => `x${String.fromCodePoint(point)}`),
  ...Array.from({ length: 4000 }, () => Array.from({ length: 2 + pick([0, 1, 2, 3, 4]) }, () => pick([pick(["a", "B", "7", "-", "."]), String.fromCodePoint(pick(points))])).join("")),
];
const answers = names.map((name) => `${[...name].map((each) => hex(each.codePointAt(0))).join(" ")};${toASCII(name, rules) ?? ""}`);
writeFileSync(join(testsOut, "HostNames.deflated"), deflateRawSync(answers.join("\n"), { level: 9 }));
