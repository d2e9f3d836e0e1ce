import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { render } from "@solidjs/testing-library";
import { QueryClientProvider } from "@tanstack/solid-query";
import userEvent from "@testing-library/user-event";
import type { Component, JSX, ParentProps } from "solid-js";
import { createQueryClient, Pages } from "../App";
import { Shell } from "../shell/Shell";
import { Toasts } from "../ui/toasts";

/** Renders the whole app at an address, like a browser. Plan its calls with `fakeApi` first. */
export const renderApp = (address: string) => renderRoutes(address, () => <Pages />, Shell);

/** Renders one component with everything that a page has: queries, an address and toasts. */
export const renderAlone = (component: () => JSX.Element, address = "/") =>
  renderRoutes(address, () => <Route path="*" component={component} />);

function renderRoutes(address: string, routes: () => JSX.Element, root: Component<ParentProps> = (props) => <>{props.children}</>) {
  const history = createMemoryHistory();
  history.set({ value: address, replace: true });
  const queries = createQueryClient();
  const user = userEvent.setup();
  const view = render(() => (
    <QueryClientProvider client={queries}>
      <MemoryRouter history={history} root={root}>
        {routes()}
      </MemoryRouter>
      <Toasts />
    </QueryClientProvider>
  ));
  return {
    ...view,
    user,
    queries,
    /** The address that the browser would show. */
    address: history.get,
    back: history.back,
  };
}
