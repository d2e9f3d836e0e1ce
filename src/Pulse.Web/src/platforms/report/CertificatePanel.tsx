import Pin from "lucide-solid/icons/pin";
import { Show } from "solid-js";
import type { CertificateSeen } from "../../api/connections";
import { Button } from "../../ui/Button";
import { isolated } from "../../ui/isolated";
import { dateOnly, exact } from "../../ui/time";
import { parseThumbprint } from "../editor/thumbprint";
import styles from "./TestPanel.module.css";

interface CertificatePanelProps {
  certificate: CertificateSeen;
  pinned: string | null;
  onTrust?: ((thumbprint: string) => void) | undefined;
}

/** The certificate of the system, and the button that pins it. */
export function CertificatePanel(props: CertificatePanelProps) {
  const isPinned = () => parseThumbprint(props.pinned ?? "") === parseThumbprint(props.certificate.sha256);
  return (
    <div class={styles.certificate}>
      <dl>
        <div>
          <dt>Issued for</dt>
          <dd>{isolated(props.certificate.subject)}</dd>
        </div>
        <div>
          <dt>Issued by</dt>
          <dd>{props.certificate.issuer === props.certificate.subject ? "itself (self-signed)" : isolated(props.certificate.issuer)}</dd>
        </div>
        <div>
          <dt>Names</dt>
          <dd>{props.certificate.names.map(isolated).join(", ") || "none"}</dd>
        </div>
        <div>
          <dt>Valid</dt>
          <dd title={`${exact(props.certificate.notBefore)} to ${exact(props.certificate.notAfter)}`}>
            {dateOnly(props.certificate.notBefore)} to {dateOnly(props.certificate.notAfter)}
          </dd>
        </div>
        <div>
          <dt>SHA-256</dt>
          <dd>
            <code>{props.certificate.sha256}</code>
          </dd>
        </div>
        <Show when={props.certificate.trust === "mismatch" && !isPinned() ? props.pinned : null}>
          {(pinned) => (
            <div>
              <dt>Pinned</dt>
              <dd>
                <code>{pinned()}</code>
              </dd>
            </div>
          )}
        </Show>
      </dl>
      <Show when={props.onTrust && props.certificate.trust !== "trusted"}>
        <Show when={!isPinned()} fallback={<p class={styles.isPinned}>This certificate is pinned.</p>}>
          <p class="muted">Compare the thumbprint with the one that the system itself shows, then:</p>
          <Button onClick={() => props.onTrust?.(props.certificate.sha256)}>
            <Pin size={16} aria-hidden="true" />
            Trust this certificate
          </Button>
        </Show>
      </Show>
    </div>
  );
}
