import { For, type JSX, Show } from "solid-js";
import { type Connection, fieldOf } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { isolated } from "../../ui/isolated";
import { exact, took } from "../../ui/time";
import { factsOf, fieldText, stepLabel } from "../declared";
import styles from "./ConnectionCard.module.css";
import { Proof } from "./Proof";
import { stateLooks } from "./pollStates";

interface Fact {
  label: string;
  value: JSX.Element;
}

/** All other data of a connection. */
export function ConnectionDetails(props: { connection: Connection; platform: Platform }) {
  const facts = (): Fact[] => {
    const { connection, platform } = props;
    const { poll, observed } = connection;
    const known = (label: string, value: string | number | null | undefined): Fact[] =>
      value === null || value === undefined || value === "" ? [] : [{ label, value: isolated(String(value)) }];
    return [
      ...platform.fields
        .filter((field) => field.kind !== "secret")
        .flatMap((field) => known(field.label, fieldText(field, fieldOf(connection, field.name)))),
      ...known("System", observed?.systemName),
      ...known(
        "Product",
        observed && [observed.product, observed.version, observed.build && `build ${observed.build}`].filter(Boolean).join(" "),
      ),
      ...known("System ID", observed?.systemId),
      ...(connection.proof ? [{ label: "Proof", value: <Proof proof={connection.proof} platform={platform} /> }] : []),
      ...(observed ? factsOf(platform, observed) : []),
      ...(connection.certificateThumbprint
        ? [{ label: "Pinned certificate", value: <code>{connection.certificateThumbprint}</code> }]
        : []),
      ...known("Last attempt", poll.lastAttemptAt && exact(poll.lastAttemptAt)),
      ...known("Last success", poll.lastSuccessAt && exact(poll.lastSuccessAt)),
      ...known("Last failure", poll.lastFailureAt && exact(poll.lastFailureAt)),
      ...known("Next attempt", poll.nextAttemptAt && exact(poll.nextAttemptAt)),
      ...known("What the system said", poll.lastError?.detail),
      ...known("Failed step", poll.lastError?.step && stepLabel(platform, poll.lastError.step)),
      ...known("Changed", `${exact(connection.updatedAt)}, version ${connection.version}`),
    ];
  };
  return (
    <>
      <dl class={styles.list}>
        <For each={facts()}>
          {(fact) => (
            <div>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.connection.poll.recent.length > 0}>
        <section class={styles.attempts} tabindex="0" aria-label={`Attempts of ${isolated(props.connection.name)}`}>
          <table>
            <caption>The last attempts, newest first</caption>
            <thead>
              <tr>
                <th scope="col">Ended</th>
                <th scope="col">Outcome</th>
                <th scope="col">Took</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.connection.poll.recent.toReversed()}>
                {(attempt) => (
                  <tr>
                    <td>{exact(attempt.at)}</td>
                    <td>{stateLooks[attempt.outcome].word}</td>
                    <td>{took(attempt.durationMs)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </Show>
    </>
  );
}
