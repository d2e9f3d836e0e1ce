import ChevronRight from "lucide-solid/icons/chevron-right";
import Plus from "lucide-solid/icons/plus";
import { createMemo, createSignal, For, Show } from "solid-js";
import { type ApiToken, useRevokeToken, useTokens } from "../api/access";
import { dataOf } from "../api/dataOf";
import { watchNow } from "../api/serverTime";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Dialog";
import { isolated } from "../ui/isolated";
import { LoadError, Refusal } from "../ui/Refusal";
import { RelativeTime } from "../ui/RelativeTime";
import { Skeleton } from "../ui/Skeleton";
import { StateWord } from "../ui/StateWord";
import { type Column, Table } from "../ui/Table";
import { tokenLooks, tokenState } from "./accessWords";
import { CreateTokenDialog } from "./CreateTokenDialog";
import forms from "./forms.module.css";
import styles from "./TokensTab.module.css";

/** The API tokens of scripts: the list, a new token, and revoking one. */
export function TokensTab() {
  const tokens = useTokens();
  const now = watchNow();
  const [creating, setCreating] = createSignal(false);
  const [revoking, setRevoking] = createSignal<ApiToken>();
  const [done, setDone] = createSignal("");

  // By id, so that a second timer that fires does not touch a list in which no token expired.
  const activeIds = createMemo(
    () => new Set((dataOf(tokens) ?? []).filter((token) => tokenState(token, now()) === "active").map((token) => token.id)),
    undefined,
    { equals: (a, b) => a.size === b.size && [...a].every((id) => b.has(id)) },
  );
  const active = () => (dataOf(tokens) ?? []).filter((token) => activeIds().has(token.id));
  const ended = () => (dataOf(tokens) ?? []).filter((token) => !activeIds().has(token.id));

  const facts: readonly Column<ApiToken>[] = [
    { header: "Name", kind: "name", cell: (token) => isolated(token.name) },
    { header: "Scopes", cell: (token) => <Scopes of={token} /> },
    { header: "Created", cell: (token) => <RelativeTime at={token.createdAt} /> },
    {
      header: "Expires",
      cell: (token) => (
        <Show when={token.expiresAt} fallback="no expiry">
          {(at) => <RelativeTime at={at()} />}
        </Show>
      ),
    },
    {
      header: "Last used",
      cell: (token) => (
        <Show when={token.lastUsedAt} fallback="never">
          {(at) => <RelativeTime at={at()} />}
        </Show>
      ),
    },
    { header: "State", cell: (token) => <StateWord look={tokenLooks[tokenState(token, now())]} /> },
  ];
  const columns: readonly Column<ApiToken>[] = [
    ...facts,
    {
      header: "Actions",
      kind: "action",
      cell: (token) => (
        <Button look="quiet" aria-label={`Revoke ${isolated(token.name)}`} onClick={() => setRevoking(token)}>
          Revoke
        </Button>
      ),
    },
  ];

  return (
    <section class={styles.tab} aria-label="API tokens">
      <div class={styles.head}>
        <p class="muted">
          A script sends its token in the header <code>Authorization: Bearer</code>.
        </p>
        <Button look="primary" onClick={() => setCreating(true)}>
          <Plus size={16} aria-hidden="true" />
          Create a token
        </Button>
      </div>
      <p class="visually-hidden" role="status">
        {done()}
      </p>
      <LoadError query={tokens} />
      <Show when={tokens.isPending}>
        <Skeleton label="Reading the API tokens" />
      </Show>
      <Show when={dataOf(tokens)}>
        <Show when={active().length > 0} fallback={<p class={`${styles.empty} muted`}>There is no active token.</p>}>
          <Table caption="Active API tokens" columns={columns} rows={active()} />
        </Show>
        <Show when={ended().length > 0}>
          <details class={styles.ended}>
            <summary>
              <ChevronRight size={16} aria-hidden="true" />
              {ended().length === 1 ? "1 ended token" : `${ended().length} ended tokens`}
            </summary>
            <Table caption="Ended API tokens" columns={facts} rows={ended()} faded />
          </details>
        </Show>
      </Show>
      <Show when={creating()}>
        <CreateTokenDialog onClose={() => setCreating(false)} />
      </Show>
      <RevokeToken
        token={revoking()}
        onClose={() => setRevoking()}
        onRevoked={(token) => setDone(`The token '${isolated(token.name)}' is revoked.`)}
      />
    </section>
  );
}

const Scopes = (props: { of: ApiToken }) => (
  <span class={styles.scopes}>
    <For each={props.of.scopes}>{(scope) => <code>{scope}</code>}</For>
  </span>
);

interface RevokeTokenProps {
  token: ApiToken | undefined;
  onClose: () => void;
  onRevoked: (token: ApiToken) => void;
}

function RevokeToken(props: RevokeTokenProps) {
  const revoke = useRevokeToken();
  const close = () => {
    revoke.reset();
    props.onClose();
  };
  const confirm = () => {
    const token = props.token;
    if (token) {
      revoke.mutate(token.id, {
        onSuccess: () => {
          props.onRevoked(token);
          close();
        },
      });
    }
  };
  return (
    <Confirm
      open={props.token !== undefined}
      title={`Revoke '${isolated(props.token?.name ?? "")}'?`}
      confirm="Revoke"
      danger
      busy={revoke.isPending}
      onConfirm={confirm}
      onCancel={close}
    >
      <div class={forms.form}>
        <p>Scripts that use this token stop working at once. A revoked token cannot be brought back.</p>
        <Show when={revoke.isError}>
          <Refusal error={revoke.error} />
        </Show>
      </div>
    </Confirm>
  );
}
