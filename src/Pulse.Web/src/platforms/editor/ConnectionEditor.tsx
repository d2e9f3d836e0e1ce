import { createMemo, Show, untrack } from "solid-js";
import type { Connection } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import type { PlatformAction } from "../platformConnectionsModel";
import { ConnectionDialog } from "./ConnectionDialog";
import { duplicateOf, emptyValues, type FormValues, valuesOf } from "./formValues";

interface ConnectionEditorProps {
  platform: Platform;
  action: PlatformAction;
  /** The connection in the address, if it exists. */
  connection: Connection | undefined;
  /** A certificate to pin from the start. */
  pin: string | undefined;
  onClose: () => void;
}

/** Opens the form of the address: a new connection, a saved one, or a copy. */
export function ConnectionEditor(props: ConnectionEditorProps) {
  // The list is refreshed behind the form. The opened connection stays unchanged, so that a conflict is noticed.
  const opened = createMemo(() => {
    const { action, platform } = props;
    return untrack(() => {
      const saved = "id" in action ? props.connection && (JSON.parse(JSON.stringify(props.connection)) as Connection) : undefined;
      const initial = saved ? (action.kind === "edit" ? valuesOf(saved, platform) : duplicateOf(saved, platform)) : emptyValues(platform);
      return action.kind === "add" || saved ? { connection: action.kind === "edit" ? (saved ?? null) : null, initial } : null;
    });
  });
  return (
    <Show
      when={opened()}
      keyed
      fallback={
        <Dialog open title="There is no such connection" onClose={props.onClose} footer={<Button onClick={props.onClose}>Close</Button>}>
          <p>It may have been deleted meanwhile.</p>
        </Dialog>
      }
    >
      {(form) => (
        <ConnectionDialog
          platform={props.platform}
          connection={form.connection}
          initial={form.initial}
          preset={untrack(() => pinned(props.pin))}
          onClose={props.onClose}
        />
      )}
    </Show>
  );
}

const pinned = (thumbprint: string | undefined): Partial<FormValues> => (thumbprint ? { trust: "pin", thumbprint } : {});
