import { useParams } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { NotFoundHere } from "../shell/NotFoundPage";
import { Tabs } from "../ui/Tabs";
import { PlatformPage } from "./PlatformPage";
import { actionOf, listPath, platformTabs } from "./platformConnectionsModel";
import styles from "./Workspace.module.css";

const tabs = platformTabs.map(({ label, platform }) => (platform ? { label, href: listPath(platform.key) } : { label }));

/** The shell of all platforms: their tabs, and the connections of the one that the address names. */
export function PlatformConnectionsWorkspace() {
  const params = useParams<{ platform: string; action?: string }>();
  const platform = () => platformTabs.find((tab) => tab.key === params.platform)?.platform;
  const action = () => actionOf(params.action);
  return (
    <Switch fallback={<NotFoundHere />}>
      <Match when={action() && platform()} keyed>
        {(current) => (
          <div class={styles.workspace}>
            <h1>Platform connections</h1>
            <Tabs label="Platforms" tabs={tabs} current={listPath(current.key)} />
            <PlatformPage platform={current} action={action() ?? { kind: "list" }} />
          </div>
        )}
      </Match>
    </Switch>
  );
}
