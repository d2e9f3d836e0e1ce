import { useParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { NotFoundHere } from "../shell/NotFoundPage";
import { usePageTitle } from "../shell/pageTitle";
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
  usePageTitle(() => accessTabs.find((each) => each.key === tab())?.label ?? "Access");
  return (
    <Show when={tab()} fallback={<NotFoundHere />}>
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
