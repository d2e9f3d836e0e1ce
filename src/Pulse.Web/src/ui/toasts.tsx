import { createSignal, lazy, Show, Suspense } from "solid-js";

const load = () => import("./ToastRegion");
const ToastRegion = lazy(load);
const [used, setUsed] = createSignal(false);

/** Says something that no place on the page says: never what the page shows anyway. */
export async function showToast(text: string): Promise<void> {
  setUsed(true);
  (await load()).show(text);
}

/** Where toasts appear. Once, in the app; loaded with the first one, since most visits see none. */
export const Toasts = () => (
  <Show when={used()}>
    <Suspense>
      <ToastRegion />
    </Suspense>
  </Show>
);
