import { A, useLocation, useNavigate } from "@solidjs/router";
import Plus from "lucide-solid/icons/plus";
import { createEffect, createSignal, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { type Connection, useConnectionChanges, useConnections } from "../api/connections";
import type { Platform } from "../api/platforms";
import { toApiError } from "../api/problem";
import { inServerTime } from "../api/serverTime";
import { useMayWrite } from "../api/session";
import { usePageTitle } from "../shell/pageTitle";
import { Button, buttonClass } from "../ui/Button";
import { isolated } from "../ui/isolated";
import { Notice } from "../ui/Notice";
import { LoadError } from "../ui/Refusal";
import { RelativeTime } from "../ui/RelativeTime";
import { exact } from "../ui/time";
import { showToast } from "../ui/toasts";
import { DeleteConnection } from "./DeleteConnection";
import { ConnectionList } from "./list/ConnectionList";
import { type ConnectionActions, ConnectionActionsContext } from "./list/connectionActions";
import { LoadingList } from "./list/LoadingList";
import { needsYou } from "./list/listModel";
import { addPath, duplicatePath, editPath, listPath, type PlatformAction } from "./platformConnectionsModel";
import styles from "./Workspace.module.css";

// Not needed to see the list. The form is loaded after the list, so that it opens at once.
const loadEditor = () => import("./editor/ConnectionEditor");
const loadTest = () => import("./report/TestDialog");
const ConnectionEditor = lazy(async () => ({ default: (await loadEditor()).ConnectionEditor }));
const TestDialog = lazy(async () => ({ default: (await loadTest()).TestDialog }));

/** The connections of one platform, with the open dialog. */
export function PlatformPage(props: { platform: Platform; action: PlatformAction }) {
  const platform = props.platform;
  usePageTitle(() => `${platform.shortName} connections`);
  const navigate = useNavigate();
  const location = useLocation<{ thumbprint?: string }>();
  const list = useConnections(() => platform.key);
  const changes = useConnectionChanges(() => platform.key);
  const mayWrite = useMayWrite();
  const [tested, setTested] = createSignal<string | null>(null);
  const [deleted, setDeleted] = createSignal<string | null>(null);

  const connections = () => (list.isPending ? [] : (list.data ?? []));
  const byId = (id: string | null) => connections().find((connection) => connection.id === id);
  const isLoaded = () => !list.isPending && list.data !== undefined;
  createEffect(() => isLoaded() && mayWrite() && void loadEditor());
  const close = () => navigate(listPath(platform.key), { scroll: false });

  const actions: ConnectionActions = {
    mayWrite,
    test: (connection) => setTested(connection.id),
    edit: (connection) => navigate(editPath(platform.key, connection.id), { scroll: false }),
    duplicate: (connection) => navigate(duplicatePath(platform.key, connection.id), { scroll: false }),
    setEnabled: (connection, enabled) =>
      changes.update.mutate(
        { id: connection.id, patch: { enabled } },
        {
          onError: (error) =>
            showToast(`${isolated(connection.name)} was not ${enabled ? "resumed" : "paused"}. ${toApiError(error).problem.title}`),
        },
      ),
    remove: (connection) => setDeleted(connection.id),
  };

  const editWithPin = (connection: Connection, thumbprint: string) => {
    setTested(null);
    navigate(editPath(platform.key, connection.id), { scroll: false, state: { thumbprint } });
  };

  return (
    <ConnectionActionsContext.Provider value={actions}>
      <div class={styles.top}>
        <p class={styles.summary} role="status">
          {isLoaded() ? summaryOf(connections()) : ""}
        </p>
        <Show when={mayWrite() && connections().length > 0}>
          <AddLink platform={platform} />
        </Show>
      </div>
      <Show when={!mayWrite()}>
        <Notice tone="info" title="You have read-only access">
          What you signed in with has no right to change settings (settings:write), so that actions are not shown.
        </Notice>
      </Show>
      <Show when={list.isError && isLoaded()}>
        <Notice
          tone="warning"
          live
          title={toApiError(list.error).problem.title}
          action={
            <Button busy={list.isFetching} onClick={() => list.refetch()}>
              Try again
            </Button>
          }
        >
          What you see was read <RelativeTime at={inServerTime(list.dataUpdatedAt)} />, at {exact(inServerTime(list.dataUpdatedAt))}.
        </Notice>
      </Show>
      <Switch>
        <Match when={list.isPending}>
          <LoadingList />
        </Match>
        <Match when={list.isError && !isLoaded()}>
          <LoadError query={list} />
        </Match>
        <Match when={connections().length === 0}>
          <div class={styles.empty}>
            <p>Connect a {platform.noun}, and Pulse shows from then on whether its data still comes.</p>
            <Show when={mayWrite()}>
              <AddLink platform={platform} />
            </Show>
          </div>
        </Match>
        <Match when={connections().length > 0}>
          <ConnectionList connections={connections()} platform={platform} />
        </Match>
      </Switch>
      <Suspense>
        <Show when={mayWrite() && isLoaded() && props.action.kind !== "list"}>
          <ConnectionEditor
            platform={platform}
            action={props.action}
            connection={"id" in props.action ? byId(props.action.id) : undefined}
            pin={location.state?.thumbprint}
            onClose={close}
          />
        </Show>
        <Show when={byId(tested())}>
          {(connection) => (
            <TestDialog
              platform={platform}
              connection={connection()}
              onClose={() => setTested(null)}
              onEdit={() => {
                const current = connection();
                setTested(null);
                actions.edit(current);
              }}
              onTrust={(thumbprint) => editWithPin(connection(), thumbprint)}
            />
          )}
        </Show>
      </Suspense>
      <DeleteConnection platform={platform} connection={byId(deleted())} onClose={() => setDeleted(null)} />
    </ConnectionActionsContext.Provider>
  );
}

const AddLink = (props: { platform: Platform }) => (
  <A href={addPath(props.platform.key)} noScroll class={buttonClass("primary")}>
    <Plus size={16} aria-hidden="true" />
    Add {props.platform.noun}
  </A>
);

/** The number of connections, and of those that need action. */
function summaryOf(connections: readonly Connection[]): string {
  if (connections.length === 0) {
    return "No connection yet";
  }
  const needy = connections.filter(needsYou).length;
  const all = `${connections.length} ${connections.length === 1 ? "connection" : "connections"}`;
  return needy === 0 ? `${all} · none needs attention` : `${all} · ${needy} ${needy === 1 ? "needs" : "need"} attention`;
}
