import { A, type RouteSectionProps } from "@solidjs/router";
import KeyRound from "lucide-solid/icons/key-round";
import Server from "lucide-solid/icons/server";
import { Show } from "solid-js";
import { accessPath } from "../access/accessModel";
import { SessionGate } from "../access/SessionGate";
import { dataOf } from "../api/dataOf";
import { useVersion } from "../api/version";
import { platformsPath } from "../platforms/platformConnectionsModel";
import styles from "./SettingsLayout.module.css";

/** The settings: their areas, the page, and the version of Pulse. On a phone the areas are above the page and the version is below it. */
export function SettingsLayout(props: RouteSectionProps) {
  return (
    <SessionGate>
      <div class={styles.layout}>
        <nav class={styles.nav} aria-label="Settings">
          <p class={styles.title}>Settings</p>
          <A href={platformsPath} class={styles.link} activeClass={styles.active ?? ""}>
            <Server size={16} aria-hidden="true" />
            Platform connections
          </A>
          <A href={accessPath} class={styles.link} activeClass={styles.active ?? ""}>
            <KeyRound size={16} aria-hidden="true" />
            Access
          </A>
        </nav>
        <main id="main" class={styles.main} tabindex="-1">
          {props.children}
        </main>
        <Version />
      </div>
    </SessionGate>
  );
}

function Version() {
  const version = useVersion();
  return <Show when={dataOf(version)}>{(data) => <footer class={styles.version}>Pulse {data().version}</footer>}</Show>;
}
