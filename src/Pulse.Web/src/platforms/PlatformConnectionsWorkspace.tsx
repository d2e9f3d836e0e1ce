import { Navigate, useParams } from "@solidjs/router";
import { createMemo, Match, Show, Switch } from "solid-js";
import { dataOf } from "../api/dataOf";
import { usePlatforms } from "../api/platforms";
import { NotFoundHere } from "../shell/NotFoundPage";
import { LoadError } from "../ui/Refusal";
import { Tabs } from "../ui/Tabs";
import { LoadingList } from "./list/LoadingList";
import { PlatformPage } from "./PlatformPage";
import { actionOf, listPath, tabsOf } from "./platformConnectionsModel";
import styles from "./Workspace.module.css";

/** The frame of all platforms: their tabs, and the connections of the platform in the address. */
export function PlatformConnectionsWorkspace() {
  const params = useParams<{ platform?: string; action?: string }>();
  const query = usePlatforms();
  const platforms = () => dataOf(query);
  const tabs = createMemo(() => tabsOf(platforms() ?? []).map(({ key, label, platform }) => ({ label, href: platform && listPath(key) })));
  const platform = createMemo(() => platforms()?.find((each) => each.key === params.platform));
  const action = () => actionOf(params.action);
  return (
    <Show
      when={platforms()}
      fallback={
        <div class={styles.workspace}>
          <h1>Platform connections</h1>
          <Show when={query.isError} fallback={<LoadingList />}>
            <LoadError query={query} />
          </Show>
        </div>
      }
    >
      <Switch fallback={<NotFoundHere />}>
        <Match when={params.platform === undefined && platforms()?.[0]}>{(first) => <Navigate href={listPath(first().key)} />}</Match>
        <Match when={action() && platform()} keyed>
          {(current) => (
            <div class={styles.workspace}>
              <h1>Platform connections</h1>
              <Tabs label="Platforms" tabs={tabs()} current={listPath(current.key)} />
              <PlatformPage platform={current} action={action() ?? { kind: "list" }} />
            </div>
          )}
        </Match>
      </Switch>
    </Show>
  );
}
