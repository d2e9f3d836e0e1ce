import Check from "lucide-solid/icons/check";
import Copy from "lucide-solid/icons/copy";
import { createSignal, onCleanup, Show } from "solid-js";
import { Button, type ButtonLook } from "./Button";
import { showToast } from "./toasts";

interface CopyButtonProps {
  /** The text to copy, read when it is copied. */
  text: () => string;
  label: string;
  look?: ButtonLook;
  onCopied?: () => void;
}

const confirmMs = 2_000;

/** Copies a text, and shows that it did. */
export function CopyButton(props: CopyButtonProps) {
  const [copied, setCopied] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text());
      setCopied(true);
      props.onCopied?.();
      clearTimeout(timer);
      timer = setTimeout(() => setCopied(false), confirmMs);
    } catch {
      // Browsers allow it only on HTTPS and on this machine.
      showToast("The browser does not let this page copy. Select the text and copy it by hand.");
    }
  };
  return (
    <Button look={props.look ?? "plain"} onClick={copy}>
      <Show when={copied()} fallback={<Copy size={16} aria-hidden="true" />}>
        <Check size={16} aria-hidden="true" />
      </Show>
      <span aria-live="polite">{copied() ? "Copied" : props.label}</span>
    </Button>
  );
}
