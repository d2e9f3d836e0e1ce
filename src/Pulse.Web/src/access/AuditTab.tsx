import { useSearchParams } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { type AuditLine, type AuditFilter as Filter, useAudit } from "../api/access";
import { dataOf } from "../api/dataOf";
import { Button } from "../ui/Button";
import { isolated } from "../ui/isolated";
import { LoadError, Refusal } from "../ui/Refusal";
import { RelativeTime } from "../ui/RelativeTime";
import { Skeleton } from "../ui/Skeleton";
import { StateWord } from "../ui/StateWord";
import { type Column, Table } from "../ui/Table";
import { AuditFilter } from "./AuditFilter";
import styles from "./AuditTab.module.css";
import { actionWords, outcomeLook } from "./accessWords";

const columns: readonly Column<AuditLine>[] = [
  { header: "Time", cell: (line) => <RelativeTime at={line.at} /> },
  { header: "Action", kind: "name", cell: (line) => actionWords(line.action) },
  { header: "Outcome", cell: (line) => <StateWord look={outcomeLook(line.outcome)} /> },
  { header: "Who", cell: (line) => <Who line={line} /> },
  { header: "Connection", cell: (line) => isolated(line.connectionName ?? "") },
  { header: "Detail", cell: (line) => (line.detail || line.fields.length > 0 ? <Detail line={line} /> : null) },
];

/** All actions, newest first. The filter is in the address, so that a result can be shared. */
export function AuditTab() {
  const [query, setQuery] = useSearchParams<{ action?: string; outcome?: string; text?: string }>();
  // A manually shortened address has empty values, which filter nothing.
  const filter = createMemo<Filter>(() => ({
    ...(query.action ? { action: query.action } : {}),
    ...(query.outcome ? { outcome: query.outcome } : {}),
    ...(query.text ? { text: query.text } : {}),
  }));
  const filtered = () => Object.keys(filter()).length > 0;
  const change = (next: Filter) => setQuery({ action: "", outcome: "", text: "", ...next }, { replace: true });

  const audit = useAudit(filter);
  const lines = createMemo(() => dataOf(audit)?.pages.flatMap((page) => page.entries) ?? []);
  let status: HTMLParagraphElement | undefined;
  const loadOlder = async () => {
    await audit.fetchNextPage();
    if (!audit.hasNextPage) {
      // The button disappears with the last page.
      status?.focus();
    }
  };
  const clear = () => {
    change({});
    status?.focus();
  };

  return (
    <section class={styles.tab} aria-label="Audit">
      <AuditFilter value={filter()} onChange={change} />
      <Show when={!audit.isFetchNextPageError}>
        <LoadError query={audit} />
      </Show>
      <Show when={audit.isPending}>
        <Skeleton label="Reading the audit trail" rows={8} />
      </Show>
      <div class={styles.status}>
        <p ref={status} class="muted" role="status" tabindex="-1">
          {dataOf(audit) ? found(lines().length, filtered(), audit.hasNextPage) : ""}
        </p>
        <Show when={filtered()}>
          <Button look="quiet" onClick={clear}>
            Clear the filter
          </Button>
        </Show>
      </div>
      <Show when={dataOf(audit)}>
        <Show when={lines().length > 0}>
          <div class={audit.isPlaceholderData ? styles.stale : ""} aria-busy={audit.isPlaceholderData}>
            <Table caption="Audit trail, newest first" columns={columns} rows={lines()} />
          </div>
        </Show>
        <div class={styles.more}>
          <Show when={audit.isFetchNextPageError}>
            <Refusal error={audit.error} />
          </Show>
          <Show when={audit.hasNextPage}>
            <Button busy={audit.isFetchingNextPage} onClick={loadOlder}>
              Load older
            </Button>
          </Show>
        </div>
      </Show>
    </section>
  );
}

function found(count: number, filtered: boolean, more: boolean): string {
  if (count === 0) {
    return filtered ? "No entry matches the filter." : "Nothing has been recorded yet.";
  }
  const entries = count === 1 ? "1 entry" : `${count} entries`;
  return more ? `The newest ${entries}.` : `${entries}.`;
}

const Who = (props: { line: AuditLine }) => (
  <>
    <div>{isolated(props.line.actor)}</div>
    <Show when={props.line.actorAddress}>{(address) => <div class={`${styles.address} muted mono`}>{address()}</div>}</Show>
  </>
);

const Detail = (props: { line: AuditLine }) => (
  <div class={styles.detail}>
    <Show when={props.line.fields.length > 0}>
      <div>
        Changed: <span class="mono">{props.line.fields.join(", ")}</span>
      </div>
    </Show>
    <Show when={props.line.detail}>{(detail) => <div>{detail()}</div>}</Show>
  </div>
);
