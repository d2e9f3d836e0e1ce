import { createEffect, createSignal, on, Show } from "solid-js";
import { type Connection, useConnectionChanges } from "../api/connections";
import type { Platform } from "../api/platforms";
import { toApiError } from "../api/problem";
import { Confirm } from "../ui/Dialog";
import { isolated } from "../ui/isolated";
import { Notice } from "../ui/Notice";
import { countsText } from "./declared";

interface DeleteConnectionProps {
  platform: Platform;
  /** The connection to delete; without one, the dialog is closed. */
  connection: Connection | undefined;
  onClose: () => void;
}

/** Asks again before a connection is deleted, and names the lost data. */
export function DeleteConnection(props: DeleteConnectionProps) {
  const { remove } = useConnectionChanges(() => props.platform.key);
  // Kept while the dialog closes, because the list drops the connection before.
  const [shown, setShown] = createSignal<Connection>();
  createEffect(
    on(
      () => props.connection?.id,
      (id) => id && setShown(() => ({ ...(props.connection as Connection) })),
    ),
  );
  const lost = () => {
    const observed = shown()?.observed;
    return observed ? countsText(props.platform, observed) : "";
  };
  const close = () => {
    remove.reset();
    props.onClose();
  };
  const confirm = () => {
    const connection = shown();
    if (connection) {
      remove.mutate(connection.id, {
        onSuccess: close,
        // The connection was deleted elsewhere: the result is the wanted one.
        onError: (error) => toApiError(error).code === "connection_not_found" && close(),
      });
    }
  };
  return (
    <Confirm
      open={props.connection !== undefined}
      danger
      title={`Delete ${isolated(shown()?.name ?? "")}?`}
      confirm="Delete"
      busy={remove.isPending}
      onConfirm={confirm}
      onCancel={close}
    >
      <p>
        Pulse ends its session, and forgets the stored {props.platform.secretNoun}, the poll history and what was read
        <Show when={lost()}>{(counts) => `: ${counts()}`}</Show>. Nothing changes in the {props.platform.noun}. This cannot be undone.
      </p>
      <Show when={remove.isError}>
        <Notice tone="error" live title="Not deleted">
          {toApiError(remove.error).problem.title}
        </Notice>
      </Show>
    </Confirm>
  );
}
