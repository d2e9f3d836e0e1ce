import { onMount } from "solid-js";
import { type Connection, useConnectionChanges } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { isolated } from "../../ui/isolated";
import { endpointOf } from "../list/listModel";
import { TestPanel } from "./TestPanel";
import { createTestRun } from "./testRun";

interface TestDialogProps {
  platform: Platform;
  connection: Connection;
  onClose: () => void;
  onEdit: () => void;
  /** Opens the form with this certificate pinned. */
  onTrust: (thumbprint: string) => void;
}

/** Tests a saved connection without changes. The outcome counts like that of a poll. */
export function TestDialog(props: TestDialogProps) {
  const test = createTestRun(() => props.platform.key);
  const changes = useConnectionChanges(() => props.platform.key);
  const run = async () => {
    await test.start({ id: props.connection.id, overlay: null });
    await changes.refresh();
  };
  onMount(run);
  return (
    <Dialog
      open
      title={`Test of ${isolated(props.connection.name)}`}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onEdit}>Edit</Button>
          <Button busy={test.isRunning()} onClick={run}>
            Test again
          </Button>
          <Button look="primary" onClick={props.onClose}>
            Close
          </Button>
        </>
      }
    >
      <TestPanel
        platform={props.platform}
        test={test}
        endpoint={endpointOf(props.connection)}
        pinned={props.connection.certificateThumbprint}
        onTrust={props.onTrust}
      />
    </Dialog>
  );
}
