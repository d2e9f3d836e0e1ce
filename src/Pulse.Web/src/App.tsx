import { Navigate, Route, Router } from "@solidjs/router";
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query";
import { AccessPage } from "./access/AccessPage";
import { accessPath, setUpPath, signInPath } from "./access/accessModel";
import { SetUpPage } from "./access/SetUpPage";
import { SignInPage } from "./access/SignInPage";
import { PlatformConnectionsWorkspace } from "./platforms/PlatformConnectionsWorkspace";
import { listPath, platformsPath } from "./platforms/platformConnectionsModel";
import { NotFoundPage } from "./shell/NotFoundPage";
import { SettingsLayout } from "./shell/SettingsLayout";
import { Shell } from "./shell/Shell";
import { Toasts } from "./ui/toasts";

const home = () => <Navigate href={listPath("vmware")} />;

/** The pages and their addresses. */
export function App() {
  // A page says itself what went wrong and offers to try again, so a query fails at once.
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  return (
    <QueryClientProvider client={queries}>
      <Router root={(props) => <Shell>{props.children}</Shell>}>
        <Route path="/" component={home} />
        <Route path={setUpPath} component={SetUpPage} />
        <Route path={signInPath} component={SignInPage} />
        <Route path="/settings" component={SettingsLayout}>
          <Route path="/" component={home} />
          <Route path={platformsPath.slice("/settings".length)} component={home} />
          <Route path={`${platformsPath.slice("/settings".length)}/:platform/*action`} component={PlatformConnectionsWorkspace} />
          <Route path={`${accessPath.slice("/settings".length)}/*tab`} component={AccessPage} />
        </Route>
        <Route path="*" component={NotFoundPage} />
      </Router>
      <Toasts />
    </QueryClientProvider>
  );
}
