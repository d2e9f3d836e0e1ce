import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { buttonClass } from "./Button";
import styles from "./Menu.module.css";

export interface MenuItem {
  label: string;
  icon?: (props: { size: number }) => JSX.Element;
  /** The key that does the same, as it is shown. */
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}

interface MenuProps {
  /** What the button shows. */
  trigger: JSX.Element;
  label: string;
  /** Whether the button shows an icon only. */
  icon?: boolean;
  items: MenuItem[];
}

/** A button that opens a list of actions. */
export function Menu(props: MenuProps) {
  return (
    <DropdownMenu gutter={4} placement="bottom-end">
      <DropdownMenu.Trigger class={buttonClass("quiet", props.icon)} aria-label={props.label}>
        {props.trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class={styles.menu}>
          <For each={props.items}>
            {(item) => (
              <DropdownMenu.Item
                class={`${styles.item} ${item.danger ? styles.danger : ""}`}
                disabled={item.disabled ?? false}
                onSelect={item.onSelect}
                aria-keyshortcuts={item.shortcut}
              >
                <Show when={item.icon}>{(icon) => <Dynamic component={icon()} size={16} />}</Show>
                <span>{item.label}</span>
                <Show when={item.shortcut}>
                  <span class={styles.shortcut} aria-hidden="true">
                    {item.shortcut}
                  </span>
                </Show>
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
