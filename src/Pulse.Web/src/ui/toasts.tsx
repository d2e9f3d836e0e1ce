import { createSignal, lazy, Show, Suspense } from "solid-js";

const load = () => import("./ToastRegion");
const ToastRegion = lazy(load);
const [used, setUsed] = createSignal(false);

/** Shows a message that has no place on the page. Never repeats a message of the page. */
export async function showToast(text: string): Promise<void> {
  setUsed(true);
  (await load()).show(text);
}

/** The place of toasts. Once in the app; loaded with the first toast, since most visits see none. */
export const Toasts = () => (
  <Show when={used()}>
    <Suspense>
      <ToastRegion />
    </Suspense>
  </Show>
);
