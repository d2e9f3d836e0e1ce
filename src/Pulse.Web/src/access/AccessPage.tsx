import { useParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { NotFoundText } from "../shell/NotFoundPage";
import { Tabs } from "../ui/Tabs";
import styles from "./AccessPage.module.css";
import { AuditTab } from "./AuditTab";
import { accessTabOf, accessTabPath, accessTabs } from "./accessModel";
import { SessionTab } from "./SessionTab";
import { TokensTab } from "./TokensTab";

/** API tokens, sessions and the audit trail. */
export default function AccessPage() {
  const params = useParams<{ tab?: string }>();
  const tab = () => accessTabOf(params.tab);
  return (
    <Show when={tab()} fallback={<NoSuchTab />}>
      {(open) => (
        <div class={styles.page}>
          <h1>Access</h1>
          <Tabs
            label="Access"
            tabs={accessTabs.map((each) => ({ label: each.label, href: accessTabPath(each.key) }))}
            current={accessTabPath(open())}
          />
          <Switch>
            <Match when={open() === "tokens"}>
              <TokensTab />
            </Match>
            <Match when={open() === "session"}>
              <SessionTab />
            </Match>
            <Match when={open() === "audit"}>
              <AuditTab />
            </Match>
          </Switch>
        </div>
      )}
    </Show>
  );
}

const NoSuchTab = () => (
  <div class={styles.lines}>
    <h1>There is no such page</h1>
    <NotFoundText />
  </div>
);
