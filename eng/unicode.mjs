// Writes the tables of src/Pulse.Access/Texts/Unicode from the files of the Unicode Character Database. See unicode.sh.
import { readFileSync, writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { join } from "node:path";

const [ucd, version, out, testsOut] = process.argv.slice(2);
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

// Unicode's own test, reduced to the columns that speak of NFC, compressed: it is 2 MB otherwise.
const tests = read("NormalizationTest")
  .filter((row) => row.NFCSequence)
  .map((row) => [row.sourceSequence, row.NFCSequence, row.NFDSequence].map((sequence) => sequence.join(" ")).join(";"));
writeFileSync(join(testsOut, "NormalizationTest.deflated"), deflateRawSync(tests.join("\n"), { level: 9 }));
