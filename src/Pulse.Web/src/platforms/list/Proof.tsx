import { basePath } from "../../api/basePath";
import type { Connection } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { isolated } from "../../ui/isolated";
import { dateOnly } from "../../ui/time";

type ConnectionProof = NonNullable<Connection["proof"]>;

/** The level of proof for the release of a connection, with a link to the evidence. */
export function Proof(props: { proof: ConnectionProof; platform: Platform }) {
  return (
    <>
      {proofWords(props.proof, props.platform.noun)}{" "}
      <a href={`${basePath}${props.proof.page}`} target="_blank" rel="noreferrer">
        What is proven
      </a>
    </>
  );
}

/** One sentence for each level. The server decides the level, and a test there compares it with the proof matrix. */
export function proofWords(proof: ConnectionProof, noun: string): string {
  const release = proof.release ? `API ${isolated(proof.release)}` : "The release is not known yet";
  switch (proof.level) {
    case "proven":
      return `${release}: proven on a real ${noun}${proof.provenOn ? ` on ${dateOnly(proof.provenOn)}` : ""}.`;
    case "simulated":
      return `${release}: tested against a simulated ${noun}, not proven on a real one.`;
    default:
      return `${release}: not proven.`;
  }
}
