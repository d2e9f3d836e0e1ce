import Lock from "lucide-solid/icons/lock";
import LockOpen from "lucide-solid/icons/lock-open";
import Pin from "lucide-solid/icons/pin";
import ShieldOff from "lucide-solid/icons/shield-off";
import { Dynamic } from "solid-js/web";
import type { Connection } from "../../api/connections";
import styles from "./ConnectionCard.module.css";

/** The protection of the connection. An unsafe one is marked on every page. */
export function TransportMark(props: { connection: Pick<Connection, "useHttps" | "insecureSkipVerify" | "certificateThumbprint"> }) {
  const mark = () => {
    if (!props.connection.useHttps) {
      return { icon: LockOpen, word: "plain HTTP", unsafe: true, title: "Secrets travel in clear text." };
    }
    if (props.connection.certificateThumbprint) {
      return { icon: Pin, word: "pinned", unsafe: false, title: `The certificate is pinned: ${props.connection.certificateThumbprint}` };
    }
    if (props.connection.insecureSkipVerify) {
      return {
        icon: ShieldOff,
        word: "not verified",
        unsafe: true,
        title: "Any certificate is accepted, even that of an attacker.",
      };
    }
    return { icon: Lock, word: "verified", unsafe: false, title: "The certificate is verified by the trust of the machine Pulse runs on." };
  };
  return (
    <span class={`${styles.mark} ${mark().unsafe ? styles.unsafe : ""}`} title={mark().title}>
      <Dynamic component={mark().icon} size={14} aria-hidden="true" />
      {mark().word}
    </span>
  );
}
