import { Navigate, Route, Router } from "@solidjs/router";
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query";
import { lazy } from "solid-js";
import { accessPath, setUpPath, signInPath } from "./access/accessModel";
import { SetUpPage } from "./access/SetUpPage";
import { SignInPage } from "./access/SignInPage";
import { basePath } from "./api/basePath";
import { PlatformConnectionsWorkspace } from "./platforms/PlatformConnectionsWorkspace";
import { platformsPath } from "./platforms/platformConnectionsModel";
import { LatePage } from "./shell/LatePage";
import { NotFoundPage } from "./shell/NotFoundPage";
import { SettingsLayout } from "./shell/SettingsLayout";
import { Shell } from "./shell/Shell";
import { Toasts } from "./ui/toasts";

const AccessPage = lazy(() => import("./access/AccessPage"));

const home = () => <Navigate href={platformsPath} />;
const access = () => (
  <LatePage>
    <AccessPage />
  </LatePage>
);

/** The pages and their addresses. */
export const Pages = () => (
  <>
    <Route path="/" component={home} />
    <Route path={setUpPath} component={SetUpPage} />
    <Route path={signInPath} component={SignInPage} />
    <Route path="/settings" component={SettingsLayout}>
      <Route path="/" component={home} />
      <Route path={platformsPath.slice("/settings".length)} component={PlatformConnectionsWorkspace} />
      <Route path={`${platformsPath.slice("/settings".length)}/:platform/*action`} component={PlatformConnectionsWorkspace} />
      <Route path={`${accessPath.slice("/settings".length)}/*tab`} component={access} />
    </Route>
    <Route path="*" component={NotFoundPage} />
  </>
);

/** A page shows its errors itself and offers another try, so a query fails at once. */
export const createQueryClient = () => new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });

/** The whole of the UI. */
export function App() {
  // Created here: in the attribute, it would be created again with each read.
  const queries = createQueryClient();
  return (
    <QueryClientProvider client={queries}>
      <Router base={basePath} root={(props) => <Shell>{props.children}</Shell>}>
        <Pages />
      </Router>
      <Toasts />
    </QueryClientProvider>
  );
}
